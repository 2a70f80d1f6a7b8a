using System.Globalization;
using DownPage.PageManifest;

namespace DownPage.Tool.Pages;

/// <summary>Reads the pages of a build. Never throws: a site that is half deployed has half of them.</summary>
internal sealed class PageFolder
{
    private readonly string folder;
    private readonly List<string> problems = [];

    private PageFolder(string folder) => this.folder = folder;

    public static BuiltPages Read(string folder) => new PageFolder(folder).Read();

    private BuiltPages Read()
    {
        var manifest = PageBytes.Read(PathOf(BuiltPages.Manifest), out var problem);
        var reading = manifest is null
            ? PageManifestReading.Failed(problem ?? "")
            : PageManifestReader.Read(manifest);
        if (reading.Failure is { Length: > 0 } failure)
        {
            problems.Add($"'{PathOf(BuiltPages.Manifest)}' cannot be used: {failure}");
        }

        problems.AddRange(reading.Warnings);
        var pages = Load(reading.Pages);
        return new BuiltPages
        {
            Folder = folder,
            HasManifest = pages.Count > 0,
            Pages = pages.Count > 0 ? pages : Load(ByName()),
            Assets = reading.Assets,
            Problems = problems,
        };
    }

    private List<BuiltPage> Load(IEnumerable<ManifestPage> entries) => [.. entries.Select(Load).OfType<BuiltPage>()];

    private BuiltPage? Load(ManifestPage entry)
    {
        var path = PathOf(entry.File);
        if (PageBytes.Read(path, out var problem) is { } content)
        {
            var stamp = entry.Form == ManifestForm.Html ? PageHead.Of(content).Stamp : null;
            return new BuiltPage { Entry = entry, Path = path, Content = content, Stamp = stamp };
        }

        problems.Add($"'{path}' cannot be read: {problem ?? "it is missing"}");
        return null;
    }

    /// <summary>The pages as their names tell them: <c>503.html</c>, <c>503.de.html</c>.</summary>
    private List<ManifestPage> ByName()
    {
        try
        {
            return Directory.Exists(folder)
                ? [.. Directory.EnumerateFiles(folder, "*.html").Select(Path.GetFileName).OfType<string>()
                    .Order(StringComparer.Ordinal).Select(Named)]
                : [];
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            problems.Add($"'{folder}' cannot be read: {failed.Message}");
            return [];
        }
    }

    private static ManifestPage Named(string file)
    {
        var parts = file.Split('.');
        return new ManifestPage
        {
            Name = $"{parts[0]}.html",
            File = file,
            StatusCode = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var code)
                && code is >= 200 and <= 599
                ? code
                : 503,
            Form = ManifestForm.Html,
            ContentType = "text/html; charset=utf-8",
            Charset = "utf-8",
            Culture = parts.Length == 3 ? parts[1] : null,
            IsDefault = parts.Length == 2,
            Bytes = -1,
            Encodings = [],
        };
    }

    private string PathOf(string file) => Path.Combine(folder, file.Replace('/', Path.DirectorySeparatorChar));
}
