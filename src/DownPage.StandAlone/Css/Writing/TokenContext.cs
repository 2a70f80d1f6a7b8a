namespace DownPage.StandAlone.Css.Writing;

/// <summary>What tokens are part of: it decides which white space means something.</summary>
internal enum TokenContext
{
    /// <summary>The selectors of a style rule: a space can be a combinator.</summary>
    Selector,

    /// <summary>What comes after the name of an at-rule.</summary>
    Prelude,

    /// <summary>The value of a property.</summary>
    Value,

    /// <summary>The inside of a rule that is not known: only runs of white space become one.</summary>
    Unknown,
}
