namespace DownPage.StandAlone.Css.Syntax;

/// <summary>A declaration: <c>color: red</c>.</summary>
/// <param name="start">Its first character.</param>
/// <param name="name">The property or descriptor: a custom property as it is written, others in lower case.</param>
internal sealed class Declaration(int start, string name) : CssNode(start)
{
    private ValueFacts? facts;

    public string Name { get; } = name;

    /// <summary>From after the colon to before the semicolon, without white space around it.</summary>
    public required TextSpan Value { get; init; }

    public bool IsCustomProperty => Name.StartsWith("--", StringComparison.Ordinal);

    public ValueFacts FactsIn(string text) => facts ??= ValueFacts.Read(text, Value);
}
