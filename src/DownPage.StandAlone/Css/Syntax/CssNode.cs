namespace DownPage.StandAlone.Css.Syntax;

/// <summary>A part of a sheet: a rule, a declaration, or what a browser passes over.</summary>
/// <param name="start">Its first character.</param>
internal abstract class CssNode(int start)
{
    public int Start { get; } = start;

    /// <summary>The first character after it: after the semicolon of a declaration that has one.</summary>
    public int End { get; set; }
}
