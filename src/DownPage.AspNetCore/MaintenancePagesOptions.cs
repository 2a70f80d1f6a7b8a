namespace DownPage.AspNetCore;

/// <summary>The pages that are shown while the site is down.</summary>
public sealed class MaintenancePagesOptions
{
    /// <summary>Where DownPage.Build put its pages, within the content root. Default: <c>_downpage</c>.</summary>
    public string Folder { get; set; } = "_downpage";

    /// <summary>
    /// The page's name in the manifest: <c>maintenance.html</c>. Null (default): the page for the answer's status code;
    /// if there is none, a built-in one.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// An HTML file within the content root to show instead of a page of the build, for apps without one. Null
    /// (default): none.
    /// </summary>
    public string? File { get; set; }
}
