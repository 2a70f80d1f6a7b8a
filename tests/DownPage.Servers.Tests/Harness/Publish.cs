namespace DownPage.Servers.Tests.Harness;

/// <summary>The site behind the servers, published once a run, as a user publishes it.</summary>
internal static class Publish
{
    private const string Site = "FrontEndSite";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    // Nobody's cancellation ends it: the other tests of the run wait for it as well.
    private static readonly Lazy<Task<PublishedSite>> Shared = new(RunAsync);

    public static Task<PublishedSite> GetAsync(CancellationToken cancellationToken)
        => Shared.Value.WaitAsync(cancellationToken);

    private static async Task<PublishedSite> RunAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var site = await TestSite.CreateAsync(Site, timeout.Token);
        var folder = WorkFolder.Make("publish", WorkFolder.Open);
        var published = await site.PublishAsync(
            timeout.Token, "-o", folder, $"-p:DownPageDeployRoot={SiteCopy.DeployRoot}");
        published.Result.EnsureSuccess();
        return published;
    }
}
