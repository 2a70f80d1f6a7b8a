using DownPage.Browser.Tests.Pictures;

namespace DownPage.Browser.Tests.Sites;

/// <summary>What a site links and the repository does not hold: made or fetched for the copy of the site.</summary>
internal static class FetchedAssets
{
    private static readonly (string File, int Width, int Height, string Background)[] Pictures =
    [
        ("tile.png", 32, 32, "repeating-conic-gradient(#c40 0 25%, #fc8 0 50%) 0 0 / 16px 16px"),
        ("small.png", 60, 30, "linear-gradient(90deg, #080, #8f8)"),
        ("large.png", 240, 120, "radial-gradient(#ff8, #808)"),
    ];

    /// <summary>The packages of the site's <c>package.json</c>.</summary>
    public static Task FetchPackagesAsync(TestSite site, CancellationToken cancellationToken)
    {
        if (!NpmCommand.IsInstalled)
            Assert.Inconclusive("No npm in the PATH: the site's style sheets and fonts come from packages.");

        return NpmCommand.FetchAssetsAsync(site, cancellationToken);
    }

    /// <summary>The same, and pictures.</summary>
    public static async Task FetchPackagesAndDrawAsync(TestSite site, CancellationToken cancellationToken)
    {
        await FetchPackagesAsync(site, cancellationToken);
        foreach (var (file, width, height, background) in Pictures)
        {
            var picture = await Drawing.DrawAsync(width, height, $"<body style='background: {background}'>");
            await File.WriteAllBytesAsync(site.PathOf($"wwwroot/img/{file}"), picture, cancellationToken);
        }
    }
}
