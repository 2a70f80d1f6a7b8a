namespace DownPage.StandAlone.Css;

/// <summary>How the sheets of a page are written.</summary>
internal sealed class PageStylesOptions
{
    /// <summary>Whether what the page cannot need goes; else everything stays.</summary>
    public bool Trim { get; init; }

    /// <summary>Whether comments and white space that mean nothing go.</summary>
    public bool Minify { get; init; }

    /// <summary>What stays whatever the page has.</summary>
    public IReadOnlyList<KeptSelector> KeepSelectors { get; init; } = [];

    /// <summary>
    /// The sheets of the page's shadow trees: they use fonts and custom properties of the page's own.
    /// </summary>
    public IReadOnlyList<string> ShadowSheets { get; init; } = [];

    /// <summary>The text of all scripts that stay, of <c>on…</c> attributes too; null: none stays.</summary>
    public string? ScriptText { get; init; }
}
