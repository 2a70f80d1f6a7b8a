namespace DownPage.StandAlone.Css;

/// <summary>What an address in a sheet is for.</summary>
internal enum CssUrlKind
{
    /// <summary>Another sheet.</summary>
    Import,

    /// <summary>The file of a font.</summary>
    Font,

    /// <summary>Everything in declarations that is not a font.</summary>
    Image,

    /// <summary>The name of a namespace: never asked for.</summary>
    Namespace,

    /// <summary>An address in a rule that is not known here.</summary>
    Other,
}
