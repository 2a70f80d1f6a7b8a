namespace DownPage.StandAlone.Css.Syntax;

/// <summary>A rule that begins with <c>@</c>.</summary>
/// <param name="start">Its first character.</param>
/// <param name="name">Its name in lower case, without the <c>@</c>.</param>
internal sealed class AtRule(int start, string name) : CssNode(start)
{
    private ValueFacts? preludeFacts;
    private ValueFacts? blockFacts;

    public string Name { get; } = name;

    public required TextSpan Prelude { get; init; }

    /// <summary>Null: it ends with a semicolon.</summary>
    public CssBlock? Block { get; init; }

    /// <summary>The style rule that it is nested in.</summary>
    public StyleRule? Parent { get; init; }

    public ValueFacts PreludeFactsIn(string text) => preludeFacts ??= ValueFacts.Read(text, Prelude);

    /// <summary>The facts of a block whose inside is copied.</summary>
    public ValueFacts BlockFactsIn(string text) =>
        blockFacts ??= Block is { } block ? ValueFacts.Read(text, block.Inside) : ValueFacts.None;
}
