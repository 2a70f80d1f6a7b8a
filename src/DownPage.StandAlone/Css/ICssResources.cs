namespace DownPage.StandAlone.Css;

/// <summary>What a sheet asks for.</summary>
internal interface ICssResources
{
    /// <summary>
    /// The sheet that an <c>@import</c> names; null: it stays an <c>@import</c> (it is another host's, or is not
    /// published).
    /// </summary>
    ImportedSheet? Import(string url, string baseUrl);

    /// <summary>
    /// What is written in the place of an address: a <c>data:</c> URI or another address. Only asked about text that
    /// stays.
    /// </summary>
    string Resolve(string url, string baseUrl, CssUrlKind kind);
}
