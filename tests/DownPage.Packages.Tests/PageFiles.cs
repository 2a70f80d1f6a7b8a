namespace DownPage.Packages.Tests;

/// <summary>What lies in the folder of the pages after a publish with default settings.</summary>
internal static class PageFiles
{
    private static readonly string[] Endings = [".html", ".html.br", ".html.gz", ".json", ".txt"];

    /// <summary>The files of pages, <c>502</c> say, in all forms, and their manifest; sorted.</summary>
    public static IEnumerable<string> Of(params string[] pages) => pages
        .SelectMany(page => Endings, (page, ending) => page + ending)
        .Append("downpages.json")
        .Order(StringComparer.Ordinal);
}
