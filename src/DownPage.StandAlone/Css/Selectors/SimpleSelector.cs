using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Selectors;

/// <summary>A simple selector: <c>.a</c>, <c>:hover</c>.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Span">Where it is.</param>
/// <param name="Name">The name, escapes resolved: types, attributes without a prefix, and pseudo-classes in lower
/// case.</param>
internal sealed record SimpleSelector(SimpleSelectorKind Kind, TextSpan Span, string Name)
{
    /// <summary>Whether a namespace comes before the name.</summary>
    public bool HasNamespace { get; init; }

    /// <summary>What an attribute is compared with.</summary>
    public AttributeTest? Test { get; init; }

    /// <summary>The text between the parentheses of a pseudo-class.</summary>
    public TextSpan? Argument { get; init; }

    /// <summary>The selectors between the parentheses, where the pseudo-class takes selectors.</summary>
    public SelectorList? Selectors { get; init; }
}
