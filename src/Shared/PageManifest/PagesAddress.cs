namespace DownPage.PageManifest;

/// <summary>Where on the site the folder of the pages would be, if its files were served.</summary>
internal static class PagesAddress
{
    private const string WebRoot = "wwwroot/";

    /// <summary>The folder without <c>wwwroot/</c>: below it, a static file server shows the pages.</summary>
    /// <param name="folder">Below the content root, with <c>/</c>: <c>_downpage</c>, <c>wwwroot/errors/</c>.</param>
    public static string Of(string folder)
        => folder.StartsWith(WebRoot, StringComparison.OrdinalIgnoreCase) ? folder[WebRoot.Length..] : folder;
}
