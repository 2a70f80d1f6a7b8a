using DownPage.Browser.Tests.Pictures;

namespace DownPage.Browser.Tests.Sites;

/// <summary>Compares all the pages of a site with what its app answers.</summary>
internal static class SitePages
{
    /// <summary>Publishes the site, starts its app, and asserts that each page alone has the pixels of the app's answer.</summary>
    public static async Task AssertSamePixelsAsync(SiteCase siteCase, CancellationToken cancellationToken)
    {
        // Before anything is published: without a browser there is nothing to see.
        await Chromium.GetAsync();
        await using var site = await LiveSite.StartAsync(siteCase, cancellationToken);
        var pictures = new KeptPictures(siteCase.Asset);
        List<string> faults = [];
        foreach (var page in siteCase.Pages)
        {
            var address = site.AddressOf(page);
            await using var live = new PageView(address, page.Language, site.ConnectAsync);
            await using var alone = new StandAlonePage(address, site.Published.PageBytes(page.File), page.Language);
            faults.AddRange(
                await SamePixels.FindFaultsAsync(page.File, live, alone, Look.All, siteCase.OutsideRequests, pictures));
        }

        if (faults.Count > 0)
            site.Keep();
        Assert.IsEmpty(faults, $"{site.Published.Directory}\n{string.Join('\n', faults)}");
    }
}
