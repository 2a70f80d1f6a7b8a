using AngleSharp.Html.Parser;
using DownPage.StandAlone.Css;

namespace DownPage.StandAlone.Tests.Css;

/// <summary>A page and how its sheets are written.</summary>
/// <param name="body">What is in its body.</param>
internal sealed class StyledPage(string body)
{
    public string Doctype { get; init; } = "<!doctype html>";

    public bool Trim { get; init; } = true;

    public bool Minify { get; init; }

    public string? ScriptText { get; init; }

    public string[] Keep { get; init; } = [];

    public FakeResources Resources { get; init; } = new();

    /// <summary>The texts that take the place of each sheet.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Write(params string[] sheets)
    {
        var styles = Styles();
        foreach (var sheet in sheets)
            styles.Add(StyleSheet.Parse(sheet), "base");
        return styles.Write();
    }

    /// <summary>What is left of one sheet: one text, or nothing.</summary>
    public string WriteOne(string sheet)
    {
        var texts = Write(sheet)[0];
        Assert.IsLessThanOrEqualTo(1, texts.Count);
        return texts.Count == 0 ? "" : texts[0];
    }

    public PageStyles Styles()
    {
        var document = new HtmlParser().ParseDocument($"{Doctype}<html lang=en><head><title>t</title></head><body>{body}</body></html>");
        var options = new PageStylesOptions
        {
            Trim = Trim,
            Minify = Minify,
            ScriptText = ScriptText,
            KeepSelectors = [.. Keep.Select(entry => KeptSelector.Parse(entry)!)],
        };
        return new PageStyles(document, options, Resources);
    }
}
