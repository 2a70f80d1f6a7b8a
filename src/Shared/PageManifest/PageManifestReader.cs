using System.Text.Json;

namespace DownPage.PageManifest;

/// <summary>
/// Reads <c>downpages.json</c>; src/Shared/PageManifest/README.md says what each member means. Never throws.
/// </summary>
internal static class PageManifestReader
{
    private const int Version = 1;
    private const int MostEntries = 10_000;

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 16,
    };

    public static PageManifestReading Read(ReadOnlyMemory<byte> manifest)
    {
        try
        {
            var start = manifest.Span.StartsWith("\uFEFF"u8) ? 3 : 0;
            using var document = JsonDocument.Parse(manifest[start..], Lenient);
            return Read(document.RootElement);
        }
        catch (JsonException wrong)
        {
            return PageManifestReading.Failed($"it is no JSON: {wrong.Message}");
        }
    }

    private static PageManifestReading Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return PageManifestReading.Failed("it is no JSON object");
        }

        if (Integer(root, "version") is not Version)
        {
            return PageManifestReading.Failed(
                $"its version is not {Version}, the one that this version of DownPage.AspNetCore knows");
        }

        var reading = new PageManifestReading([], [], [], null) { Application = Text(root, "application") };
        foreach (var page in Entries(root, "pages"))
        {
            Add(reading, page);
        }

        foreach (var asset in Entries(root, "assets"))
        {
            if (Text(asset, "file") is { } file && IsInside(file) && Text(asset, "mediaType") is { } type
                && IsMediaType(type))
            {
                reading.Assets.Add(new ManifestAsset(file, type, Integer(asset, "bytes") ?? -1, Hash(asset)));
            }
            else
            {
                reading.Warnings.Add($"an asset is not one: {Shown(asset)}");
            }
        }

        return reading;
    }

    private static void Add(PageManifestReading reading, JsonElement page)
    {
        if (Text(page, "name") is not { Length: > 0 } name || Text(page, "file") is not { } file || !IsInside(file)
            || Integer(page, "statusCode") is not (>= 200 and <= 599 and var status)
            || Text(page, "mediaType") is not { } type || FormOf(type) is not { } form)
        {
            reading.Warnings.Add($"a page is not one: {Shown(page)}");
            return;
        }

        var charset = Text(page, "charset");
        reading.Pages.Add(new ManifestPage
        {
            Name = name,
            File = file,
            StatusCode = (int)status,
            Form = form,
            ContentType = charset is not null && IsToken(charset) ? $"{type}; charset={charset}" : type,
            Charset = charset,
            Culture = Text(page, "culture") is { Length: <= 35 } culture && IsToken(culture) ? culture : null,
            IsDefault = page.TryGetProperty("default", out var isDefault) && isDefault.ValueKind == JsonValueKind.True,
            RetryAfter = Integer(page, "retryAfter") is > 0 and <= 2_592_000 and var seconds ? seconds : null,
            Bytes = Integer(page, "bytes") ?? -1,
            Sha256 = Hash(page),
            Encodings = [.. Entries(page, "encodings").Select(Encoding).OfType<ManifestEncoding>()],
        });
    }

    /// <summary>Null: it is none that can be served.</summary>
    private static ManifestEncoding? Encoding(JsonElement encoding)
        => Text(encoding, "encoding") is "br" or "gzip" && Text(encoding, "file") is { } file && IsInside(file)
            ? new ManifestEncoding(
                Text(encoding, "encoding") ?? "", file, Integer(encoding, "bytes") ?? -1, Hash(encoding))
            : null;

    private static ManifestForm? FormOf(string mediaType) => mediaType switch
    {
        "text/html" => ManifestForm.Html,
        "application/problem+json" or "application/json" => ManifestForm.Json,
        "text/plain" => ManifestForm.Text,
        _ => null,
    };

    /// <summary>Whether the name stays within the folder, on every system.</summary>
    private static bool IsInside(string file)
        => file.Length is > 0 and <= 1_000 && file.IndexOfAny(['\\', ':', '\0']) < 0
            && file.Split('/').All(segment => segment is not ("" or "." or ".."));

    private static bool IsMediaType(string type)
        => type.Split('/') is [var first, var second] && IsToken(first) && IsToken(second);

    private static bool IsToken(string text)
        => text.Length > 0
            && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '+');

    private static string? Hash(JsonElement file)
        => Text(file, "sha256") is { Length: 64 } hash && hash.All(char.IsAsciiHexDigit)
            ? hash.ToLowerInvariant()
            : null;

    private static IEnumerable<JsonElement> Entries(JsonElement owner, string name)
        => owner.TryGetProperty(name, out var entries) && entries.ValueKind == JsonValueKind.Array
            ? entries.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object).Take(MostEntries)
            : [];

    private static string? Text(JsonElement owner, string name)
        => owner.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? Decoded(member)
            : null;

    private static string? Decoded(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a character: "\ud800".
            return null;
        }
    }

    private static long? Integer(JsonElement owner, string name)
        => owner.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number
            && member.TryGetInt64(out var value)
            ? value
            : null;

    private static string Shown(JsonElement entry)
        => entry.GetRawText() is { Length: > 120 } text ? text[..120] + "…" : entry.GetRawText();
}
