namespace DownPage.StandAlone.Css.Trimming;

/// <summary>A sheet at an address.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="BaseUrl">What its addresses are relative to.</param>
internal sealed record SheetSource(StyleSheet Sheet, string BaseUrl)
{
    public string Text => Sheet.Text;

    /// <summary>
    /// Whether only the names in a selector are looked at: of a type in a namespace that is not written beside it, the
    /// matching library knows nothing.
    /// </summary>
    public bool IsByNamesOnly => Sheet.HasDefaultNamespace;
}
