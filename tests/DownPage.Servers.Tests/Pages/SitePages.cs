using System.Text.Json;

namespace DownPage.Servers.Tests.Pages;

/// <summary>
/// The pages of a published site, and what a scenario does to them; all is undone by <see cref="Restore"/>.
/// </summary>
internal sealed class SitePages
{
    private readonly string folder;
    private readonly Dictionary<string, byte[]> published;
    private readonly List<SitePage> pages;
    private bool isTouched;

    private SitePages(string folder, JsonElement manifest)
    {
        this.folder = folder;
        pages = [.. manifest.GetProperty("pages").EnumerateArray().Select(Read)];
        published = pages.SelectMany(page => page.Files).Distinct(StringComparer.Ordinal)
            .ToDictionary(file => file, System.IO.File.ReadAllBytes, StringComparer.Ordinal);
        Assets = [.. Directory.EnumerateFiles(Path.Combine(folder, "assets")).Select(file => Path.GetFileName(file))];
    }

    /// <summary>All pages in all their forms and languages.</summary>
    public IReadOnlyList<SitePage> All => pages;

    /// <summary>The names of the files beside the pages.</summary>
    public IReadOnlyList<string> Assets { get; }

    /// <param name="folder">Their folder.</param>
    public static SitePages Of(string folder)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "downpages.json")));
        return new SitePages(folder, manifest.RootElement);
    }

    public SitePage Find(string key, string form = "html", string culture = "en")
        => pages.First(page => page.Key == key && page.Form == form && page.Culture == culture);

    /// <summary>
    /// Whether a server that has read the pages before shows what was published, whatever was done since.
    /// </summary>
    public bool AreThoseOfThePublish { get; set; }

    /// <summary>The bytes that are to be shown.</summary>
    public byte[] Bytes(SitePage page, string? encoding)
    {
        var file = encoding is null ? page.File : page.Encodings[encoding];
        return AreThoseOfThePublish || !File.Exists(file) ? published[file] : File.ReadAllBytes(file);
    }

    /// <summary>Whether these are the bytes of a page, in whatever form.</summary>
    public bool IsAny(byte[] bytes) => published.Values.Any(page => page.AsSpan().SequenceEqual(bytes));

    /// <summary>
    /// Replaces every page in every form by another text, as a deployment does: beside, then renamed.
    /// </summary>
    public void Replace()
    {
        isTouched = true;
        foreach (var (file, bytes) in published)
        {
            // A compressed file is a page too: what is sent is compared byte for byte, and never unpacked.
            File.WriteAllBytes(file + ".new", [.. bytes, .. "<!-- replaced -->"u8]);
            File.Move(file + ".new", file, overwrite: true);
        }
    }

    public void Remove()
    {
        isTouched = true;
        foreach (var file in published.Keys)
        {
            File.Delete(file);
        }
    }

    /// <summary>Nobody but their owner may read them.</summary>
    public void Forbid()
    {
        isTouched = true;
        foreach (var file in published.Keys)
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead);
        }
    }

    /// <summary>As they were published.</summary>
    /// <returns>False: nothing had been done to them.</returns>
    public bool Restore()
    {
        if (!isTouched)
        {
            return false;
        }

        foreach (var (file, bytes) in published)
        {
            File.Delete(file);
            File.WriteAllBytes(file, bytes);
            File.SetUnixFileMode(file, Harness.WorkFolder.Readable);
        }

        isTouched = false;
        AreThoseOfThePublish = false;
        return true;
    }

    private SitePage Read(JsonElement page)
    {
        var mediaType = Text(page, "mediaType");
        return new SitePage(
            Path.GetFileNameWithoutExtension(Text(page, "name")),
            Path.Combine(folder, Text(page, "file")),
            mediaType switch { "text/html" => "html", "text/plain" => "text", _ => "json" },
            Text(page, "culture"),
            page.GetProperty("default").GetBoolean(),
            page.TryGetProperty("charset", out var charset) ? $"{mediaType}; charset={charset.GetString()}" : mediaType,
            page.TryGetProperty("retryAfter", out var seconds) ? seconds.GetRawText() : null,
            page.GetProperty("encodings").EnumerateArray().ToDictionary(
                entry => Text(entry, "encoding"), entry => Path.Combine(folder, Text(entry, "file")), StringComparer.Ordinal));
    }

    private static string Text(JsonElement element, string name)
        => element.GetProperty(name).GetString() ?? throw new InvalidDataException($"'{name}' is null.");
}
