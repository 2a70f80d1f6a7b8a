using System.Text;
using DownPage.StandAlone.Css.Syntax;
using DownPage.StandAlone.Css.Trimming;

namespace DownPage.StandAlone.Css.Writing;

/// <summary>Copies text with its addresses resolved.</summary>
/// <param name="resources">Knows what is written in their place.</param>
internal sealed class UrlWriter(ICssResources resources)
{
    public void Write(StringBuilder text, SheetSource source, TextSpan span, IReadOnlyList<CssUrl> urls, CssUrlKind kind) =>
        Write(text, source.Text, source.BaseUrl, span, urls, kind);

    public void Write(
        StringBuilder text, string source, string baseUrl, TextSpan span, IReadOnlyList<CssUrl> urls, CssUrlKind kind)
    {
        var position = span.Start;
        foreach (var url in urls)
        {
            if (url.Span.Start < span.Start || url.Span.End > span.End)
            {
                continue;
            }

            if (IsRelativeToNothing(url.Address))
            {
                continue;
            }

            var resolved = resources.Resolve(url.Address, baseUrl, kind);
            if (resolved == url.Address)
            {
                continue;
            }

            text.Append(source, position, url.Span.Start - position);
            text.Append(url.IsQuoted ? CssEscapes.Quote(resolved) : CssStrings.Url(resolved));
            position = url.Span.End;
        }
        text.Append(source, position, span.End - position);
    }

    /// <summary>
    /// Whether an address is the same wherever it is written: a place in the page, or the thing itself.
    /// </summary>
    public static bool IsRelativeToNothing(string address) =>
        address.Length == 0 || address[0] == '#' || address.StartsWith("data:", StringComparison.OrdinalIgnoreCase);
}
