namespace DownPage.StandAlone.Css.Selectors;

/// <summary>What a name in a selector is the name of.</summary>
internal enum NameKind
{
    Type,
    Id,
    Class,
    Attribute,
    AttributeValue,
}
