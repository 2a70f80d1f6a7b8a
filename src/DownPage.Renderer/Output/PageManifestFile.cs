using System.Text.Encodings.Web;
using System.Text.Json;

namespace DownPage.Renderer.Output;

/// <summary>
/// Writes <c>downpages.json</c>; src/Shared/PageManifest/README.md shows a sample and says what each member means.
/// </summary>
internal static class PageManifestFile
{
    public const string Name = "downpages.json";
    public const int Version = 1;

    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Serialize(ManifestContent manifest)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("generator", manifest.Generator);
            json.WriteString("application", manifest.Application);
            WriteArray(json, "pages", manifest.Pages, Write);
            WriteArray(json, "assets", manifest.Assets, Write);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, ManifestPage page)
    {
        json.WriteString("name", page.Name);
        json.WriteString("file", page.File.File);
        json.WriteNumber("statusCode", page.StatusCode);
        if (page.Culture is { } culture)
        {
            json.WriteString("culture", culture);
        }

        json.WriteBoolean("default", page.IsDefault);
        json.WriteString("mediaType", page.MediaType);
        if (page.Charset is { } charset)
        {
            json.WriteString("charset", charset);
        }

        if (page.RetryAfter is { } seconds)
        {
            json.WriteNumber("retryAfter", seconds);
        }

        WriteContent(json, page.File);
        WriteArray(json, "encodings", page.Encodings, Write);
    }

    private static void Write(Utf8JsonWriter json, ManifestEncoding encoding)
    {
        json.WriteString("encoding", encoding.Encoding);
        json.WriteString("file", encoding.File.File);
        WriteContent(json, encoding.File);
    }

    private static void Write(Utf8JsonWriter json, ManifestAsset asset)
    {
        json.WriteString("file", asset.File.File);
        json.WriteString("mediaType", asset.MediaType);
        WriteContent(json, asset.File);
    }

    private static void WriteContent(Utf8JsonWriter json, ManifestFile file)
    {
        json.WriteNumber("bytes", file.Bytes);
        json.WriteString("sha256", file.Sha256);
    }

    private static void WriteArray<T>(
        Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
