using System.Text;
using AngleSharp.Dom;
using DownPage.StandAlone.Css.Selectors;
using DownPage.StandAlone.Css.Syntax;
using DownPage.StandAlone.Css.Trimming;
using DownPage.StandAlone.Css.Writing;

namespace DownPage.StandAlone.Css;

/// <summary>
/// All sheets of one page, in the order of the document. A rule goes when none of its selectors can come to match
/// anything: what a visitor, the time or the browser can bring about is taken as true, what the tree of the page says
/// is final. Where scripts stay, the tree is not: then a selector stays when the page and the words of the scripts have
/// every name that it asks for. Not for several threads: one per page.
/// </summary>
/// <param name="document">The page.</param>
/// <param name="options">How the sheets are written.</param>
/// <param name="resources">What the sheets ask for.</param>
internal sealed class PageStyles(IDocument document, PageStylesOptions options, ICssResources resources)
{
    private readonly List<(StyleSheet Sheet, string BaseUrl)> sheets = [];
    private readonly WhiteSpaceRules whiteSpace = new(options.ScriptText is not null || document.CompatMode == "BackCompat");

    /// <summary>
    /// Adds a sheet, the content of a <c>style</c> element or of a linked file; its index names it in what is written.
    /// </summary>
    public int Add(StyleSheet sheet, string baseUrl)
    {
        this.sheets.Add((sheet, baseUrl));
        return this.sheets.Count - 1;
    }

    /// <summary>
    /// Trims all sheets together, and writes them: for each, the texts of the style elements that take its place, in
    /// order.
    /// None: nothing of it is needed.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> Write()
    {
        var judge = options.Trim ? new SelectorJudge(document, options) : null;
        var builder = new SheetBuilder(judge, resources);
        List<List<KeptNode>> sheets = [.. this.sheets.Select(added => builder.Build(added.Sheet, added.BaseUrl))];
        if (judge is not null)
        {
            new PageTrimming(document, judge, options).Trim(sheets);
        }

        foreach (var sheet in sheets)
        {
            whiteSpace.Add(sheet);
        }

        var writer = new SheetWriter(resources);
        return [.. sheets.Select((sheet, index) => Finish(TextList.Write(sheet, writer, resources), this.sheets[index].Sheet.Licence))];
    }

    /// <summary>Whether what was written shows the white space in an element: <c>white-space: pre-wrap</c>.</summary>
    public bool ShowsWhiteSpace(IElement element) => whiteSpace.IsShownIn(element);

    /// <summary>A <c>style</c> attribute with its addresses resolved, otherwise as it is.</summary>
    public string WriteAttribute(string declarations, string baseUrl)
    {
        var span = new TextSpan(0, declarations.Length);
        var facts = ValueFacts.Read(declarations, span);
        var written = new StringBuilder(declarations.Length);
        new UrlWriter(resources).Write(written, declarations, baseUrl, span, facts.Urls, CssUrlKind.Image);
        return written.ToString();
    }

    // The rule that the licence stood before may have gone, others of the same author have not.
    private List<string> Finish(List<string> texts, string licence)
    {
        var finished = new List<string>(texts.Count);
        foreach (var text in texts)
        {
            var css = options.Minify ? Minifier.Minify(text) : text.Trim();
            if (css.Length > 0)
            {
                var isLicensed = finished.Count > 0 || css.StartsWith(licence, StringComparison.Ordinal);
                finished.Add(StyleElementText.Escape(isLicensed ? css : licence + css));
            }
        }

        return finished;
    }
}
