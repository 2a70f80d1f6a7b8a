using Microsoft.Playwright;

namespace DownPage.Browser.Tests.Pictures;

/// <summary>A page of a browser that pictures are taken of, in one window for each kind of device.</summary>
/// <param name="address">The address that the page is opened at.</param>
/// <param name="language">What the browser asks for.</param>
/// <param name="prepareAsync">Done to each window before anything is opened in it: its network.</param>
internal sealed class PageView(Uri address, string language, Func<IBrowserContext, Task> prepareAsync) : IAsyncDisposable
{
    // Brings what may come late, and holds every animation at the same moment. A document within the page is drawn in its
    // own time, and not before it comes into view.
    private const string SettleScript =
        """
        async () => {
            for (const image of document.images)
                image.loading = 'eager';
            await Promise.all([...document.images].map(image => image.decode().catch(() => {})));
            await document.fonts.ready;
            for (const frame of document.querySelectorAll('iframe, object, embed')) {
                frame.scrollIntoView();
                await new Promise(drawn => setTimeout(drawn, 200));
            }
            scrollTo(0, 0);
            for (const animation of document.getAnimations()) {
                if (animation.timeline instanceof DocumentTimeline) {
                    animation.pause();
                    animation.currentTime = 400;
                }
            }
            await new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)));
        }
        """;

    private readonly Dictionary<Device, IPage> pages = [];
    private readonly List<string> scriptErrors = [];

    /// <summary>What scripts of the page threw, each once.</summary>
    public IReadOnlyList<string> ScriptErrors => scriptErrors;

    /// <summary>Opens the page anew and takes a picture of all of it: the bytes of a PNG.</summary>
    public async Task<byte[]> TakePictureAsync(Look look)
    {
        var page = await GetPageAsync(look.Device);
        await page.SetViewportSizeAsync(look.Width, Look.Height);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions
        {
            ColorScheme = look.ColorScheme,
            ReducedMotion = look.ReducedMotion,
            Media = look.Media,
        });
        await page.GotoAsync(address.AbsoluteUri);
        await page.EvaluateAsync(SettleScript);
        return await page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in pages.Values)
            await page.Context.DisposeAsync();
    }

    private async Task<IPage> GetPageAsync(Device device)
    {
        if (pages.TryGetValue(device, out var opened))
            return opened;

        var browser = await Chromium.GetAsync();
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = language,
            IsMobile = device == Device.Phone,
            HasTouch = device == Device.Phone,
            DeviceScaleFactor = device == Device.Phone ? 2 : 1,
        });
        await prepareAsync(context);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) =>
        {
            var firstLine = error.Split('\n')[0];
            if (!scriptErrors.Contains(firstLine))
                scriptErrors.Add(firstLine);
        };
        return pages[device] = page;
    }
}
