using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace DownPage.Tool.Tests.Verify;

/// <summary>A published app's folder, with pages as a build leaves them.</summary>
internal sealed class PublishedPages : IDisposable
{
    public const string Stamp = "0123456789ab";

    private readonly TempFolder folder = new();
    private readonly JsonArray pages = [];

    public PublishedPages() => folder.Write("appsettings.json", "{}");

    public string Root => folder.Root;

    public string Folder => folder.PathOf("_downpage");

    /// <summary>A page that stands alone, in two languages and all forms.</summary>
    public static PublishedPages Usual()
        => new PublishedPages()
            .Page("503.html", Html("en", "We are moving house."), culture: "en")
            .Page("503.de.html", Html("de", "Wir ziehen um."), culture: "de", isDefault: false, name: "503.html")
            .Page("503.json", """{"type":"about:blank","title":"Service Unavailable","status":503}""", culture: "en",
                name: "503.html")
            .Page("503.txt", "We are moving house.\n", culture: "en", name: "503.html")
            .Page("502.html", Html("en", "Something broke."), 502, "en")
            .Manifest();

    public static string Html(string language, string text, string? stamp = Stamp, string head = "")
        => $"""
            <!DOCTYPE html>
            <html lang="{language}"><head><meta charset="utf-8"><title>{text}</title>
            {(stamp is null ? "" : $"<meta name=\"downpage\" content=\"{stamp}\">")}
            <meta http-equiv="refresh" content="30">{head}</head>
            <body><main><h1>{text}</h1><p>{new string('x', 1500)}</p></main></body></html>
            """;

    public PublishedPages Page(
        string file, string content, int statusCode = 503, string? culture = null, bool isDefault = true, string? name = null)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var type = Path.GetExtension(file) switch
        {
            ".json" => "application/problem+json",
            ".txt" => "text/plain",
            _ => "text/html",
        };
        var page = File(file, bytes);
        page["name"] = name ?? file;
        page["statusCode"] = statusCode;
        page["default"] = isDefault;
        page["mediaType"] = type;
        page["retryAfter"] = 1200;
        page["culture"] = culture;
        if (type != "application/problem+json")
        {
            page["charset"] = "utf-8";
            page["encodings"] = new JsonArray(
                Encoded("br", file + ".br", Pack(bytes, to => new BrotliStream(to, CompressionLevel.SmallestSize))),
                Encoded("gzip", file + ".gz", Pack(bytes, to => new GZipStream(to, CompressionLevel.SmallestSize))));
        }

        pages.Add((JsonNode)page);
        return this;
    }

    public PublishedPages Manifest()
    {
        var manifest = new JsonObject { ["version"] = 1, ["pages"] = pages.DeepClone(), ["assets"] = new JsonArray() };
        folder.Write("_downpage/downpages.json", manifest.ToJsonString());
        return this;
    }

    public string Write(string file, string content) => folder.Write(file, content);

    public string PathOf(string file) => folder.PathOf(file);

    public string Read(string file) => System.IO.File.ReadAllText(folder.PathOf(file));

    public void Dispose() => folder.Dispose();

    private JsonObject Encoded(string coding, string file, byte[] content)
    {
        var encoding = File(file, content);
        encoding["encoding"] = coding;
        return encoding;
    }

    private JsonObject File(string file, byte[] content)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? Folder);
        System.IO.File.WriteAllBytes(path, content);
        return new JsonObject
        {
            ["file"] = file,
            ["bytes"] = content.Length,
            ["sha256"] = Convert.ToHexString(SHA256.HashData(content)).ToLowerInvariant(),
        };
    }

    private static byte[] Pack(byte[] content, Func<Stream, Stream> coder)
    {
        using var packed = new MemoryStream();
        using (var stream = coder(packed))
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }
}
