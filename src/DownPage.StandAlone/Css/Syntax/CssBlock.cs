namespace DownPage.StandAlone.Css.Syntax;

/// <summary>What is between braces.</summary>
/// <param name="Open">The place of the opening brace.</param>
/// <param name="Close">The place of the closing brace.</param>
/// <param name="Nodes">What was read; null: the inside is not known, and is copied as it is.</param>
internal sealed record CssBlock(int Open, int Close, IReadOnlyList<CssNode>? Nodes)
{
    public TextSpan Inside => new(Open + 1, Close);
}
