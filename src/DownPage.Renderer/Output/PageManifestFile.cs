using System.Text.Encodings.Web;
using System.Text.Json;

namespace DownPage.Renderer.Output;

/// <summary>Writes <c>downpages.json</c>; src/Shared/PageManifest/README.md shows a sample and says what each member means.</summary>
internal static class PageManifestFile
{
    public const string Name = "downpages.json";
    public const int Version = 1;

    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Serialize(string generator, string application, IEnumerable<ManifestPage> pages)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("generator", generator);
            json.WriteString("application", application);
            json.WriteStartArray("pages");
            foreach (var page in pages)
            {
                Write(json, page);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, ManifestPage page)
    {
        json.WriteStartObject();
        json.WriteString("name", page.Name);
        json.WriteString("file", page.File);
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

        json.WriteNumber("bytes", page.Bytes);
        json.WriteString("sha256", page.Sha256);
        json.WriteStartArray("encodings");
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
