namespace DownPage.StandAlone.Css.Selectors;

/// <summary>What a simple selector asks for.</summary>
internal enum SimpleSelectorKind
{
    Universal,
    Type,
    Id,
    Class,
    Attribute,
    PseudoClass,
    PseudoElement,
    Nesting,
}
