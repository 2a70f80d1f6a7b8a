namespace DownPage.Browser.Tests.Sites;

/// <summary>A site whose pages are compared with its app's answers.</summary>
/// <param name="Asset">The folder below <c>testassets</c>.</param>
/// <param name="Pages">All of its pages.</param>
internal sealed record SiteCase(string Asset, params ComparedPage[] Pages)
{
    /// <summary>Variables for the running app, not for the publish.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Where visitors find the site when that is not where it listens: there is a proxy in front.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>What its pages ask other hosts for, which stays as it is: <c>GET https://…</c>.</summary>
    public IReadOnlyList<string> OutsideRequests { get; init; } = [];

    /// <summary>Files that the copy of the site gets before it is published: path and text.</summary>
    public IReadOnlyList<(string Path, string Text)> Files { get; init; } = [];

    /// <summary>Fetches what the site needs and does not hold; is handed the copy of the site.</summary>
    public Func<TestSite, CancellationToken, Task>? FetchAsync { get; init; }
}
