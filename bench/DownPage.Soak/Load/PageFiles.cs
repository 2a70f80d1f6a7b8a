using System.Text.Json;
using DownPage.Testing;

namespace DownPage.Soak.Load;

/// <summary>All pages of the build, to be known again by their bytes.</summary>
internal sealed class PageFiles(IReadOnlyList<PageFile> files)
{
    public static PageFiles Read(PublishedSite site)
    {
        using var manifest = site.Manifest;
        List<PageFile> files = [];
        foreach (var page in manifest.RootElement.GetProperty("pages").EnumerateArray())
        {
            var mediaType = Text(page, "mediaType");
            var culture = page.TryGetProperty("culture", out var language) ? language.GetString() : null;
            var retryAfter = page.TryGetProperty("retryAfter", out var seconds) ? seconds.GetRawText() : null;
            files.Add(File(Text(page, "file"), null));
            foreach (var encoding in page.GetProperty("encodings").EnumerateArray())
            {
                files.Add(File(Text(encoding, "file"), Text(encoding, "encoding")));
            }

            PageFile File(string name, string? encoding)
                => new(name, Text(page, "name"), culture, mediaType, encoding, retryAfter, site.PageBytes(name));
        }

        return new PageFiles(files);
    }

    /// <summary>The page with that body; several may have it. Null: no page has.</summary>
    public PageFile? Find(byte[] body, string? encoding)
        => files.FirstOrDefault(file => file.Encoding == encoding && file.Content.AsSpan().SequenceEqual(body));

    /// <summary>The page with a body of that length, for answers to HEAD. Null: no page has.</summary>
    /// <param name="length">What Content-Length says.</param>
    /// <param name="encoding">Null: as it is.</param>
    /// <param name="name">The start of its name: several pages may be as long.</param>
    public PageFile? Find(long length, string? encoding, string name)
        => files.FirstOrDefault(file => file.Encoding == encoding && file.Content.Length == length
            && file.Page.StartsWith(name, StringComparison.Ordinal));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
