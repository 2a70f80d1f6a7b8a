using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using DownPage.AspNetCore.Answers;
using Microsoft.Extensions.Logging.Abstractions;

namespace DownPage.AspNetCore.Tests.Answers;

/// <summary>A content root with pages as DownPage.Build leaves them.</summary>
internal sealed class BuiltPages : IDisposable
{
    private readonly TempFolder root = new();
    private readonly JsonArray pages = [];
    private readonly JsonArray assets = [];

    public string Root => root.Root;

    public string Folder => Path.Combine(Root, "_downpage");

    /// <param name="file">The file; its ending is its form.</param>
    /// <param name="content">What it says.</param>
    /// <param name="statusCode">The status that it stands for.</param>
    /// <param name="culture">Its language.</param>
    /// <param name="isDefault">Whether it is for those who prefer none.</param>
    /// <param name="name">The page's name; null: the file's, with .html.</param>
    /// <param name="compressed">Whether it is there compressed, too.</param>
    public BuiltPages Page(
        string file, string content, int statusCode = 503, string? culture = null, bool isDefault = true,
            string? name = null, bool compressed = true)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var isJson = file.EndsWith(".json", StringComparison.Ordinal);
        var isHtml = file.EndsWith(".html", StringComparison.Ordinal);
        var page = new JsonObject
        {
            ["name"] = name ?? $"{file.Split('.')[0]}.html",
            ["file"] = file,
            ["statusCode"] = statusCode,
            ["default"] = isDefault,
            ["mediaType"] = isJson ? "application/problem+json" : isHtml ? "text/html" : "text/plain",
            ["retryAfter"] = 1_200,
            ["bytes"] = bytes.Length,
            ["sha256"] = "",
            ["encodings"] = new JsonArray(),
        };
        if (!isJson)
        {
            page["charset"] = "utf-8";
        }

        if (culture is not null)
        {
            page["culture"] = culture;
        }

        Write(file, bytes);
        if (compressed)
        {
            page["encodings"] = new JsonArray(Compressed("br", file + ".br", Brotli(bytes)),
                Compressed("gzip", file + ".gz", Gzip(bytes)));
        }

        pages.Add((JsonNode)page);
        return this;
    }

    public BuiltPages Asset(string file, string content, string mediaType)
    {
        Write(file, Encoding.UTF8.GetBytes(content));
        assets.Add((JsonNode)new JsonObject
        {
            ["file"] = file,
            ["mediaType"] = mediaType,
            ["bytes"] = content.Length,
            ["sha256"] = ""
        });
        return this;
    }

    /// <summary>Writes the manifest.</summary>
    /// <param name="change">What is different in it.</param>
    public BuiltPages Manifest(Action<JsonObject>? change = null)
    {
        var manifest = new JsonObject
        {
            ["version"] = 1,
            ["generator"] = "DownPage.Build 1.0.0",
            ["application"] = "Shop",
            ["pages"] = pages.DeepClone(),
            ["assets"] = assets.DeepClone(),
        };
        change?.Invoke(manifest);
        return Manifest(manifest.ToJsonString());
    }

    public BuiltPages Manifest(string text)
    {
        Write("downpages.json", Encoding.UTF8.GetBytes(text));
        return this;
    }

    public void Write(string file, byte[] content)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? Folder);
        File.WriteAllBytes(path, content);
    }

    public PageLibrary Load(Action<MaintenancePagesOptions>? configure = null, RecordingLogger? log = null)
    {
        var options = new MaintenancePagesOptions();
        configure?.Invoke(options);
        return PageLibrary.Load(Root, options, (Microsoft.Extensions.Logging.ILogger?)log ?? NullLogger.Instance);
    }

    public void Dispose() => root.Dispose();

    private JsonObject Compressed(string coding, string file, byte[] content)
    {
        Write(file, content);
        return new JsonObject { ["encoding"] = coding, ["file"] = file, ["bytes"] = content.Length, ["sha256"] = "" };
    }

    private static byte[] Brotli(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize))
        {
            brotli.Write(content);
        }

        return compressed.ToArray();
    }

    private static byte[] Gzip(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
        {
            gzip.Write(content);
        }

        return compressed.ToArray();
    }
}
