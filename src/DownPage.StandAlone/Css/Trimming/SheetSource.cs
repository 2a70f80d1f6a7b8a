namespace DownPage.StandAlone.Css.Trimming;

/// <summary>A sheet at an address.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="BaseUrl">What its addresses are relative to.</param>
internal sealed record SheetSource(StyleSheet Sheet, string BaseUrl)
{
    public string Text => Sheet.Text;
}
