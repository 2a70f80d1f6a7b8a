using System.Globalization;
using DownPage.PageManifest;
using DownPage.Tool.Pages;

namespace DownPage.Tool.Offline;

/// <summary>The page of the build that is shown, and what is to be said about it.</summary>
/// <param name="Page">The page.</param>
/// <param name="Remarks">What visitors will miss.</param>
internal sealed record OfflinePage(BuiltPage Page, IReadOnlyList<string> Remarks)
{
    private const int MostNames = 5;

    /// <param name="pages">What there is.</param>
    /// <param name="name">Which is wanted. Null: the one for 503, 502, or the first.</param>
    /// <param name="culture">In which language. Null: the one for those who prefer none.</param>
    /// <exception cref="ToolException">There is none, or it is none that can be shown.</exception>
    public static OfflinePage Of(BuiltPages pages, string? name, string? culture)
    {
        var family = name is null ? pages.For(503) : pages.Named(name);
        List<BuiltPage> html = [.. family.Where(page => page.Form == ManifestForm.Html)];
        if (html.Count == 0)
        {
            throw name is null ? NoPage(pages) : Unknown(pages, name);
        }

        var page = culture is null
            ? html[0]
            : html.Find(page => string.Equals(page.Culture, culture, StringComparison.OrdinalIgnoreCase))
                ?? throw OtherCulture(html, culture);
        return page.Content.Length > 0 ? new OfflinePage(page, [.. RemarksOn(page)]) : throw Empty(page);
    }

    private static IEnumerable<string> RemarksOn(BuiltPage page)
    {
        if (!page.IsAsBuilt)
        {
            yield return $"'{page.Path}' is not what the build wrote: it was changed, or not uploaded whole. It is "
                + "shown as it is.";
        }

        var head = PageHead.Of(page.Content);
        var needed = NeededFiles.Of(page.Content);
        if (needed.Count > 0)
        {
            var more = needed.Count > MostNames ? $" and {needed.Count - MostNames} more" : "";
            yield return "the page asks for files, and every path of this site answers with the page itself meanwhile, "
                + $"so what is asked of it will be missing: {string.Join(", ", needed.Take(MostNames))}{more}. A larger "
                + "DownPageInlineLimit puts them into the page.";
        }

        if (!head.HasCharset)
        {
            yield return "the page does not say how it is encoded, and IIS does not say so either: put "
                + "<meta charset=\"utf-8\"> first into its <head>.";
        }

        if (!head.Refreshes)
        {
            yield return "the page does not look whether the site is back, and IIS sends no Retry-After: visitors have "
                + "to reload it. <DownPageRefresh>30</DownPageRefresh> in the project makes it look.";
        }
    }

    private static ToolException NoPage(BuiltPages pages)
    {
        var problems = pages.Problems.Count > 0 ? $" ({string.Join("; ", pages.Problems.Take(MostNames))})" : "";
        return new ToolException(
            DiagnosticCodes.NoPageBuilt,
            $"'{pages.Folder}' has no page to show{problems}. Pages are made when the site is published with "
                + "DownPage.Build: `dotnet add package DownPage.Build`, add <DownPage Include=\"Views/Error/503.cshtml\" /> "
                + "to the csproj, and publish.");
    }

    private static ToolException Unknown(BuiltPages pages, string name)
    {
        var known = pages.Html.Select(page => page.Name).Distinct(StringComparer.Ordinal).ToList();
        return known.Count == 0
            ? NoPage(pages)
            : new ToolException(
                DiagnosticCodes.PageUnknown,
                $"'{pages.Folder}' has no page '{name}'; it has: {string.Join(", ", known)}.");
    }

    private static ToolException OtherCulture(List<BuiltPage> html, string culture)
        => new(
            DiagnosticCodes.CultureUnknown,
            $"{html[0].Name} is not there in '{culture}'; it is there in: "
                + $"{string.Join(", ", html.Select(page => page.Culture ?? "the app's default"))}.");

    private static ToolException Empty(BuiltPage page)
        => new(
            DiagnosticCodes.PageEmpty,
            string.Create(
                CultureInfo.InvariantCulture,
                $"'{page.Path}' is empty: IIS would answer every request with nothing. Publish the site again, or "
                    + $"upload the file, which has {Math.Max(page.Entry.Bytes, 0):N0} bytes by the manifest."));
}
