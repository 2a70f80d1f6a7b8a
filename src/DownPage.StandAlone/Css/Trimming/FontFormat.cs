namespace DownPage.StandAlone.Css.Trimming;

/// <summary>What a source of a font is to browsers of today.</summary>
internal enum FontFormat
{
    /// <summary>A font that the visitor has.</summary>
    Local,

    /// <summary>A file that they take.</summary>
    Current,

    /// <summary>A file that none takes any more: Embedded OpenType, SVG.</summary>
    Outdated,

    /// <summary>Nothing says what it is.</summary>
    Unknown,
}
