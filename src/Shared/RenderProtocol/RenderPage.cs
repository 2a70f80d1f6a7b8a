namespace DownPage.RenderProtocol;

/// <summary>One page to render: an item in one of its cultures. Written by the task, read by the renderer.</summary>
internal sealed class RenderPage
{
    /// <summary>
    /// The item as the project spells it, <c>Views/Errors/502.cshtml</c>: names the page in messages.
    /// </summary>
    public string Item { get; set; } = "";

    /// <summary>The file that a diagnostic about this page points to: the view, else the project.</summary>
    public string SourceFile { get; set; } = "";

    /// <summary>The view's path as Razor knows it, <c>/Views/Errors/502.cshtml</c>; null for a route.</summary>
    public string? View { get; set; }

    /// <summary>The path to request from the app, <c>/not-found</c>; null for a view.</summary>
    public string? Route { get; set; }

    /// <summary>The layout that replaces the view's own; null: the view's own.</summary>
    public string? Layout { get; set; }

    /// <summary>The status that the page stands for; null: that of the route's answer.</summary>
    public int? StatusCode { get; set; }

    /// <summary>The culture to render in, <c>de</c>; null: the app's default.</summary>
    public string? Culture { get; set; }

    /// <summary>The page's name without its culture, <c>errors/502.html</c>: pages of one item share it.</summary>
    public string Name { get; set; } = "";

    /// <summary>
    /// The files that receive the page, relative to the pages folder, with <c>/</c>: <c>502.de.html</c>, and for the
    /// first culture <c>502.html</c> as well.
    /// </summary>
    public List<string> OutputPaths { get; set; } = [];

    /// <summary>
    /// What the item hands to the view as <c>ViewData</c>: every metadata that has no meaning of its own.
    /// </summary>
    public List<KeyValuePair<string, string>> ViewData { get; set; } = [];

    /// <summary>What is done with the page once it is rendered.</summary>
    public PageOptions Options { get; set; } = new();
}
