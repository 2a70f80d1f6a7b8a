using AngleSharp.Dom;
using DownPage.Renderer.Rendering;
using DownPage.RenderProtocol;
using DownPage.StandAlone.Checks;

namespace DownPage.StandAlone.Inlining;

/// <summary>
/// Finds where an element of the page was written: in which of the page's views, layout and partials, and where there.
/// What is found in more than one place, or in none, is the page's as a whole.
/// </summary>
internal sealed class ViewPlaces(RenderRequest request, RenderPage page, PageAnswer answer) : IElementPlaces
{
    private readonly Lazy<List<string>> files = new(() => FindFiles(request, page, answer));

    public (string? File, int Line, int Column) Find(IElement element, string text) => FindFirst(Candidates(element, text));

    /// <summary>The place of a text of which no element is known.</summary>
    public (string? File, int Line, int Column) Find(string text) => FindFirst(Candidates(null, text));

    /// <summary>The first place of a text in a file; the file itself where it does not occur.</summary>
    public static (string? File, int Line, int Column) FindIn(string file, string text)
        => FindAll(file, text).Select(place => ((string?)place.File, place.Line, place.Column))
            .FirstOrDefault((file, 0, 0));

    private (string? File, int Line, int Column) FindFirst(IEnumerable<string> candidates)
    {
        foreach (var wanted in candidates)
        {
            var found = files.Value.SelectMany(file => FindAll(file, wanted)).Take(2).ToList();
            if (found.Count == 1)
            {
                return found[0];
            }
        }

        return (page.SourceFile, 0, 0);
    }

    // As it is written; without what a tag helper or the site's root added; by its name alone; the element.
    private static IEnumerable<string> Candidates(IElement? element, string text)
    {
        if (text.Length > 0 && !text.Contains('\n', StringComparison.Ordinal))
        {
            yield return text;
            var path = text.Split('?', '#')[0];
            yield return path;
            var name = path[(path.LastIndexOf('/') + 1)..];
            if (name.Length > 3)
            {
                yield return name;
            }
        }

        if (element is not null)
        {
            yield return $"<{element.LocalName}";
        }
    }

    private static IEnumerable<(string File, int Line, int Column)> FindAll(string file, string text)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            for (var at = line.IndexOf(text, StringComparison.Ordinal); at >= 0 && text.Length > 0;
                at = line.IndexOf(text, at + text.Length, StringComparison.Ordinal))
            {
                yield return (file, number, at + 1);
            }
        }
    }

    private static List<string> FindFiles(RenderRequest request, RenderPage page, PageAnswer answer) =>
    [
        .. answer.Views.Select(view => Path.Combine(request.ContentRoot, view.TrimStart('/')))
            .Prepend(page.SourceFile)
            .Where(file => file.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase) && File.Exists(file))
            .Distinct(StringComparer.Ordinal),
    ];
}
