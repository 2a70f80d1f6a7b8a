using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace DownPage.Browser.Tests;

/// <summary>
/// A page that looks whether the site is back. What stands between the browser and the site answers with the page for as long
/// as the site is down.
/// </summary>
[TestClass]
public sealed class RefreshTests(TestContext testContext) : IAsyncDisposable
{
    private const string Address = "http://shop.example/orders/42?view=all";

    private static TestSite site = null!;
    private static byte[] downPage = null!;

    private readonly ConcurrentQueue<string> requests = new();
    private volatile bool isBack;
    private IBrowserContext? context;

    [ClassInitialize]
    [Timeout(300_000, CooperativeCancellation = true)]
    public static async Task PublishAsync(TestContext testContext)
    {
        await Chromium.GetAsync();
        site = await TestSite.CreateAsync("StartupSite", testContext.CancellationToken);
        var published = await site.PublishAsync(testContext.CancellationToken, "-p:DownPageRefresh=1");
        published.Result.EnsureSuccess();
        downPage = published.PageBytes("502.html");
    }

    [ClassCleanup]
    // Null when there is no browser.
    public static void Remove() => site?.Dispose();

    [TestMethod]
    [DataRow("", Address)]
    [DataRow("#line3", Address + "&#line3", DisplayName = "an address with a fragment")]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Page_WhenTheSiteIsBack_ReturnsToTheAddressThatWasAskedFor(string fragment, string end)
    {
        var page = await OpenAsync(Address + fragment);
        Assert.AreEqual("We will be right back", await page.Locator("h1").InnerTextAsync());
        await WaitForRequestsAsync(3);

        Assert.AreSequenceEqual([$"GET {Address}", $"HEAD {Address}", $"HEAD {Address}"], requests.Take(3));
        Assert.AreEqual("We will be right back", await page.Locator("h1").InnerTextAsync());
        isBack = true;
        await page.Locator("h1:text-is('Order 42')").WaitForAsync();

        Assert.AreEqual(end, page.Url);
        var asked = requests.Skip(1).ToList();
        Assert.AreEqual($"GET {end.Split('#')[0]}", asked[^1]);
        Assert.IsEmpty(asked[..^1].Where(request => request != $"HEAD {Address}"));
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Page_WhenTheSiteIsBack_CanBeLeftBackwards()
    {
        var page = await OpenAsync("http://shop.example/");
        await page.GotoAsync(Address);
        isBack = true;
        await page.Locator("h1:text-is('Order 42')").WaitForAsync();

        await page.GoBackAsync();

        // One step: the down page has left no entry behind that would lead to it.
        Assert.AreEqual("http://shop.example/", page.Url);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Page_WithoutScripts_IsGotAnew()
    {
        var page = await OpenAsync(Address, hasScripts: false);
        await WaitForRequestsAsync(2);
        isBack = true;

        await page.Locator("h1:text-is('Order 42')").WaitForAsync();

        Assert.AreEqual(Address, page.Url);
        Assert.IsEmpty(requests.Where(request => request != $"GET {Address}"));
    }

    public async ValueTask DisposeAsync()
    {
        if (context is not null)
            await context.DisposeAsync();
    }

    private async Task<IPage> OpenAsync(string address, bool hasScripts = true)
    {
        var browser = await Chromium.GetAsync();
        context = await browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = hasScripts });
        await context.RouteAsync("**/*", AnswerAsync);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    private Task AnswerAsync(IRoute route)
    {
        requests.Enqueue($"{route.Request.Method} {route.Request.Url.Split('#')[0]}");
        return route.FulfillAsync(new RouteFulfillOptions
        {
            Status = isBack ? 200 : 502,
            ContentType = "text/html; charset=utf-8",
            BodyBytes = isBack ? "<!DOCTYPE html><title>Order</title><link rel=icon href=data:,><h1>Order 42</h1>"u8.ToArray() : downPage,
        });
    }

    private async Task WaitForRequestsAsync(int count)
    {
        while (requests.Count < count)
            await Task.Delay(50, testContext.CancellationToken);
    }
}
