using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Selectors;

/// <summary>Selectors with commas between them.</summary>
/// <param name="Items">The selectors.</param>
internal sealed record SelectorList(IReadOnlyList<ComplexSelector> Items)
{
    public static SelectorList Parse(string text, TextSpan span, StyleRule? parent) =>
        SelectorReader.Read(text, span, parent, 0);
}
