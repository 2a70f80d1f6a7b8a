using Microsoft.Playwright;

namespace DownPage.Browser.Tests.Operators;

/// <summary>The operators' page in a browser without scripts: by keyboard, in both themes, on a narrow screen.</summary>
[TestClass]
public sealed class OperatorPageTests(TestContext testContext)
{
    private const int TimeoutMilliseconds = 300_000;

    private const string DownFile = """
        {
          "message": "We move to a new shop.\nOrders are safe.", "reason": "Database move",
          "actor": "anna", "since": "2026-11-21T14:40:00Z",
          "windows": [{ "name": "backup", "days": ["sunday"], "time": "03:00", "duration": "00:30:00" }]
        }
        """;

    private const string ReadOnlyFile = """
        { "mode": "readOnly", "scopes": ["path:/billing-with-a-name-that-is-too-long-for-a-narrow-screen/and/more"] }
        """;

    /// <summary>What has the focus and does not show it; behind the last element the browser's own bar has it.</summary>
    private const string HiddenFocusScript = """
        () => {
          const [focused, style] = [document.activeElement, getComputedStyle(document.activeElement)];
          return focused.localName == 'body' || style.outlineStyle == 'solid' && style.outlineWidth == '3px'
            ? '' : focused.outerHTML.slice(0, 200);
        }
        """;

    private static TestSite site = null!;
    private static PublishedSite published = null!;

    [ClassInitialize]
    [Timeout(TimeoutMilliseconds, CooperativeCancellation = true)]
    public static async Task PublishAsync(TestContext context)
    {
        await Chromium.GetAsync();
        site = await TestSite.CreateAsync("MaintenanceSite", context.CancellationToken);
        published = await site.PublishAsync(context.CancellationToken);
        published.Result.EnsureSuccess();
    }

    [ClassCleanup]
    // Null when there is no browser.
    public static void Remove() => site?.Dispose();

    [TestMethod]
    [Timeout(TimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Keyboard_Alone_TakesDownExtendsAndTakesUp()
    {
        await using var running = await OperatorSite.StartAsync(published, null, testContext.CancellationToken);
        var page = await running.OpenAsync();
        Assert.AreEqual("Up", await HeadlineAsync(page));

        await page.Keyboard.PressAsync("Tab");
        Assert.AreEqual("To the state of the site", await FocusedAsync(page));
        await TabToAsync(page, "message");
        await page.Keyboard.TypeAsync("Back soon.");
        await TabToAsync(page, "actor");
        await page.Keyboard.TypeAsync("ben");
        await TabToAsync(page, "Take the site down");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("h1:has-text('Down until')").WaitForAsync();
        Assert.AreEqual("Done: the site was taken down.", await NoticeAsync(page));
        Assert.AreEqual(503, await running.StatusOfFirstPageAsync(testContext.CancellationToken));
        Assert.Contains(
            "Back soon.", await page.FrameLocator("iframe").Locator("body").InnerTextAsync());
        var end = await HeadlineAsync(page);

        await TabToAsync(page, "10 minutes more");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[role=status]:has-text('the end was moved')").WaitForAsync();
        Assert.AreNotEqual(end, await HeadlineAsync(page));

        await TabToAsync(page, "Take the site up");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("h1:text-is('Up')").WaitForAsync();
        Assert.AreEqual("Done: the site is up.", await NoticeAsync(page));
        Assert.AreEqual(200, await running.StatusOfFirstPageAsync(testContext.CancellationToken));
        Assert.AreSequenceEqual(
            ["Taken up", "Extended", "Taken down"],
            (await page.Locator("#history tbody th").AllInnerTextsAsync()).Select(text => text.Split(" until")[0]));
        Assert.IsEmpty(running.Complaints);
    }

    [TestMethod]
    [Timeout(TimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Refusal_IsInFrontOfWhoeverSentTheForm()
    {
        await using var running = await OperatorSite.StartAsync(published, null, testContext.CancellationToken);
        var page = await running.OpenAsync(width: 360);

        await page.Locator("#switch summary").ClickAsync();
        await page.Locator("#order-retryAfter").FillAsync("soon");
        await page.Locator("#order-retryAfter").PressAsync("Enter");

        var refusal = page.Locator("#switch #refusal");
        await refusal.WaitForAsync();
        Assert.AreEqual("refusal", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        var box = await refusal.BoundingBoxAsync();
        Assert.IsNotNull(box);
        Assert.IsInRange(0, 900, box.Y);
        Assert.AreEqual("soon", await page.Locator("#order-retryAfter").InputValueAsync());
        Assert.IsTrue(await page.Locator("#order-retryAfter").IsVisibleAsync());
    }

    [TestMethod]
    [DataRow(ColorScheme.Light, 1200, null)]
    [DataRow(ColorScheme.Dark, 1200, null)]
    [DataRow(ColorScheme.Light, 1200, DownFile)]
    [DataRow(ColorScheme.Dark, 1200, DownFile)]
    [DataRow(ColorScheme.Light, 360, DownFile)]
    [DataRow(ColorScheme.Dark, 360, ReadOnlyFile)]
    [DataRow(ColorScheme.Light, 360, ReadOnlyFile)]
    [DataRow(ColorScheme.Light, 360, null)]
    [Timeout(TimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Page_InEveryLight_CanBeReadAndUsed(ColorScheme scheme, int width, string? downFile)
    {
        await using var running = await OperatorSite.StartAsync(published, downFile, testContext.CancellationToken);
        var page = await running.OpenAsync(scripts: true, width, scheme);
        foreach (var details in await page.Locator("summary").AllAsync())
            await details.ClickAsync();

        var (faint, count) = await PageAudit.ContrastAsync(page);
        Assert.IsEmpty(faint, string.Join('\n', faint));
        Assert.IsGreaterThan(40, count);

        var controls = await PageAudit.ControlsAsync(page);
        Assert.IsGreaterThan(15, controls.Length);
        Assert.IsEmpty(controls.Where(control => control.EndsWith(' ')), string.Join('\n', controls));
        var headings = await PageAudit.HeadingsAsync(page);
        Assert.AreEqual(1, headings[0]);
        Assert.HasCount(1, headings.Where(level => level == 1));
        Assert.IsEmpty(headings.Zip(headings.Skip(1)).Where(pair => pair.Second > pair.First + 1));
        Assert.IsEmpty(await PageAudit.BrokenReferencesAsync(page));
        Assert.AreEqual(
            width, await page.EvaluateAsync<int>("() => Math.max(innerWidth, document.documentElement.scrollWidth)"));
        Assert.IsEmpty(running.Complaints, string.Join('\n', running.Complaints));
    }

    [TestMethod]
    [Timeout(TimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Contrast_OfAFaintText_IsFound()
    {
        await using var running = await OperatorSite.StartAsync(published, null, testContext.CancellationToken);
        var page = await running.OpenAsync(scripts: true);
        // Not under the page's policy, which would forbid these styles.
        await page.GotoAsync("about:blank");
        await page.SetContentAsync("""
            <body style="background:#fff"><p style="color:#777">faint</p><p style="color:#767676">not</p>
            <div style="background:#0008"><p style="color:#0008">faint, too</p></div>
            """);

        var (faint, count) = await PageAudit.ContrastAsync(page);

        Assert.AreEqual(3, count);
        Assert.HasCount(2, faint);
    }

    private static Task<string> HeadlineAsync(IPage page) => page.Locator("h1").InnerTextAsync();

    private static Task<string> NoticeAsync(IPage page) => page.Locator("[role=status]").InnerTextAsync();

    /// <summary>Presses Tab until what is wanted has the focus; everything on the way has to show that it has it.</summary>
    private static async Task TabToAsync(IPage page, string wanted)
    {
        for (var presses = 0; presses < 60; presses++)
        {
            if (await FocusedAsync(page) == wanted)
                return;
            await page.Keyboard.PressAsync("Tab");
            Assert.AreEqual(
                "",
                await page.EvaluateAsync<string>(HiddenFocusScript),
                "This has the focus and does not show it.");
        }

        Assert.Fail($"'{wanted}' cannot be reached by Tab.");
    }

    /// <summary>The text of what has the focus, or the name of the field.</summary>
    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>(
        "() => document.activeElement.textContent.trim() || document.activeElement.name");
}
