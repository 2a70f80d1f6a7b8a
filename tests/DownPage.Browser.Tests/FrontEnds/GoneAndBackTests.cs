using Microsoft.Playwright;

namespace DownPage.Browser.Tests.FrontEnds;

/// <summary>
/// The app is killed under load behind a real nginx, and comes back: what a visitor sees, and where they end up.
/// </summary>
[TestClass]
public sealed class GoneAndBackTests(TestContext testContext) : IAsyncDisposable
{
    private const string Gone = "h1:text-is('page-502-en')";

    private static TestSite site = null!;
    private static PublishedSite published = null!;

    private Shop? shop;
    private IBrowserContext? context;

    [ClassInitialize]
    [Timeout(300_000, CooperativeCancellation = true)]
    public static async Task PublishAsync(TestContext testContext)
    {
        await Chromium.GetAsync();
        if (!Command.IsInstalled("nginx"))
            Assert.Inconclusive("nginx is not installed.");
        site = await TestSite.CreateAsync("FrontEndSite", testContext.CancellationToken);
        site.WriteFile("Program.cs", ShopProgram.Text);
        published = await site.PublishAsync(
            testContext.CancellationToken,
            "-p:DownPageServers=nginx", "-p:DownPageRefresh=1",
            "-p:DownPageDeployRoot=" + Path.Combine(site.Root, "publish"));
        published.Result.EnsureSuccess();
    }

    [ClassCleanup]
    // Null when there is no browser, or no nginx.
    public static void Remove() => site?.Dispose();

    [TestMethod]
    [DataRow("desktop", true, DisplayName = "desktop")]
    [DataRow("phone", true, DisplayName = "phone")]
    [DataRow("desktop", false, DisplayName = "desktop, without scripts")]
    [Timeout(120_000, CooperativeCancellation = true)]
    public async Task App_KilledUnderLoad_IsThePageUntilItIsBack(string device, bool hasScripts)
    {
        var page = await OpenAsync("/orders/42?view=all", device, hasScripts);
        await using var crowd = Crowd.Of(Opened.Front.Address);
        await crowd.SeesAsync("the app", testContext.CancellationToken);

        await Opened.KillAsync();
        await crowd.SeesAsync("the page", testContext.CancellationToken);
        await page.GetByText("Next").ClickAsync();
        await page.Locator(Gone).WaitForAsync();
        await KeepPictureAsync(page, $"gone-{device}{(hasScripts ? "" : "-without-scripts")}");
        await AskedAsync("/orders/43?view=all", 3);
        await page.Locator(Gone).WaitForAsync();
        // The picture lies beside the page, and nobody but nginx is there to send it.
        if (hasScripts)
            Assert.IsGreaterThan(0, await page.Locator("img").EvaluateAsync<int>("image => image.naturalWidth"));

        await Opened.ComeBackAsync(testContext.CancellationToken);
        await page.Locator("h1:text-is('Order 43')").WaitForAsync();
        await crowd.SeesAsync("the app", testContext.CancellationToken);
        await KeepPictureAsync(page, $"back-{device}{(hasScripts ? "" : "-without-scripts")}");

        Assert.AreEqual(Opened.AddressOf("/orders/43?view=all"), page.Url);
        var asked = Opened.RequestsOf("/orders/43?view=all");
        Assert.AreEqual("GET 502", asked[0]);
        Assert.AreEqual("GET 200", asked[^1]);
        Assert.Contains(hasScripts ? "HEAD 502" : "GET 502", asked.Skip(1));
        Assert.IsEmpty(crowd.Answers.Keys.Except(["the app", "the page"]));
        Assert.IsEmpty(Opened.Front.Errors);

        await page.GoBackAsync();
        Assert.AreEqual(Opened.AddressOf("/orders/42?view=all"), page.Url);
    }

    [TestMethod]
    [DataRow(true, DisplayName = "with scripts")]
    [DataRow(false, DisplayName = "without scripts")]
    [Timeout(120_000, CooperativeCancellation = true)]
    public async Task Form_PostedToAnAppThatIsGone_IsNotPostedAgain(bool hasScripts)
    {
        var page = await OpenAsync("/orders/42?view=all", "desktop", hasScripts);
        await Opened.KillAsync();

        await page.GetByText("Pay").ClickAsync();
        await page.Locator(Gone).WaitForAsync();
        await AskedAsync("/orders/42?view=all", 4);
        await Opened.ComeBackAsync(testContext.CancellationToken);
        await page.Locator("h1:text-is('Order 42')").WaitForAsync();

        Assert.AreEqual(Opened.AddressOf("/orders/42?view=all"), page.Url);
        var asked = Opened.RequestsOf("/orders/42?view=all");
        Assert.AreSequenceEqual(["POST 502"], asked.Where(one => one.StartsWith("POST", StringComparison.Ordinal)));
        using var client = new HttpClient();
        Assert.AreEqual("0", await client.GetStringAsync(Opened.AddressOf("/paid"), testContext.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        if (context is not null)
            await context.DisposeAsync();
        if (shop is not null)
            await shop.DisposeAsync();
    }

    private Shop Opened => shop ?? throw new InvalidOperationException("The shop is not open.");

    private async Task<IPage> OpenAsync(string path, string device, bool hasScripts)
    {
        shop = await Shop.StartAsync(published, testContext.CancellationToken);
        var isPhone = device == "phone";
        var browser = await Chromium.GetAsync();
        context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            JavaScriptEnabled = hasScripts,
            Locale = "en-GB",
            ViewportSize = isPhone
                ? new ViewportSize { Width = 390, Height = 844 }
                : new ViewportSize { Width = 1200, Height = 800 },
            IsMobile = isPhone,
            HasTouch = isPhone,
            DeviceScaleFactor = isPhone ? 2 : 1,
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(shop.AddressOf(path));
        return page;
    }

    /// <summary>For people to look at.</summary>
    private static async Task KeepPictureAsync(IPage page, string name)
        => await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(RepositoryPaths.Root, "artifacts", "front-end-pictures", $"{name}.png"),
        });

    private async Task AskedAsync(string path, int times)
    {
        while (Opened.RequestsOf(path).Count < times)
            await Task.Delay(50, testContext.CancellationToken);
    }
}
