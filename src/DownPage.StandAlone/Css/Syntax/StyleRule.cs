using DownPage.StandAlone.Css.Selectors;

namespace DownPage.StandAlone.Css.Syntax;

/// <summary>A qualified rule: a style rule, or a step of an animation.</summary>
/// <param name="start">Its first character.</param>
/// <param name="parent">The style rule that it is nested in.</param>
internal sealed class StyleRule(int start, StyleRule? parent) : CssNode(start)
{
    private SelectorList? selectors;

    public StyleRule? Parent { get; } = parent;

    public required TextSpan Prelude { get; init; }

    public required CssBlock Block { get; set; }

    /// <summary>
    /// Its selectors, read when a page asks for the first time (two threads may both do: they read the same).
    /// </summary>
    public SelectorList SelectorsIn(string text) => selectors ??= SelectorList.Parse(text, Prelude, Parent);
}
