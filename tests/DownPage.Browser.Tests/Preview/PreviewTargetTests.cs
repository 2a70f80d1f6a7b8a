using System.Text.RegularExpressions;

namespace DownPage.Browser.Tests.Preview;

/// <summary>The gallery that a build writes.</summary>
[TestClass]
public sealed partial class PreviewTargetTests(TestContext testContext)
{
    [TestMethod]
    [Timeout(300_000, CooperativeCancellation = true)]
    public async Task PreviewDownPages_OfASiteInThreeLanguages_ShowsEachPageAndAsksNobody()
    {
        var browser = await Chromium.GetAsync();
        using var site = await TestSite.CreateAsync("LocalizedSite", testContext.CancellationToken);

        var result = await site.RunDotnetAsync(
            testContext.CancellationToken,
            "build", site.ProjectFile, "-t:PreviewDownPages", "-p:DownPageSelfContained=true");

        result.EnsureSuccess();
        var printed = IndexFile().Match(result.Output);
        Assert.IsTrue(printed.Success, result.ToString());
        Assert.StartsWith(site.PathOf("obj"), printed.Value);
        List<string> requests = [];
        await using var context = await browser.NewContextAsync();
        context.Request += (_, request) => requests.Add(request.Url);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(printed.Value).AbsoluteUri);
        Assert.AreSequenceEqual(
            ["503.de.html", "503.ar.html", "503.html"],
            await page.Locator("section h2 a").AllTextContentsAsync(), SequenceOrder.InAnyOrder);
        var german = page.FrameLocator("section[id='503.de.html'] iframe >> nth=0");
        Assert.AreEqual("Gleich zurück", await german.Locator("h1").InnerTextAsync());
        Assert.IsEmpty(requests.Where(request => !request.StartsWith("file:", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"/\S*index\.html")]
    private static partial Regex IndexFile();
}
