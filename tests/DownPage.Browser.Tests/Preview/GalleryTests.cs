using DownPage.StandAlone.Preview;
using Microsoft.Playwright;

namespace DownPage.Browser.Tests.Preview;

/// <summary>The gallery, opened from the disk as a person would.</summary>
[TestClass]
public sealed class GalleryTests : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly List<string> requests = [];
    private IBrowserContext? context;

    [TestMethod]
    public async Task Gallery_OpenedFromTheDisk_AsksNobody()
    {
        await OpenAsync();

        Assert.IsNotEmpty(requests);
        Assert.IsEmpty(requests.Where(request => !request.StartsWith("file:", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task Gallery_EachPage_IsShownInThreeWidthsLightAndDark()
    {
        var gallery = await OpenAsync();

        foreach (var page in SamplePages.All)
        {
            List<string> shown = [];
            foreach (var frame in await FramesOfAsync(gallery, page.File))
            {
                shown.Add(await frame.EvaluateAsync<string>(
                    "innerWidth + (matchMedia('(prefers-color-scheme: dark)').matches ? ' dark' : ' light')"));
            }

            Assert.AreSequenceEqual(
                ["360 light", "768 light", "1440 light", "360 dark", "768 dark", "1440 dark"], shown, page.File);
        }
    }

    [TestMethod]
    public async Task Gallery_AFileBesideAPage_IsFoundByItsCopy()
    {
        var gallery = await OpenAsync();

        var frame = (await FramesOfAsync(gallery, "errors/50 3.html"))[0];

        Assert.IsGreaterThan(0, await frame.EvaluateAsync<int>("document.images[0].naturalWidth"));
    }

    [TestMethod]
    public async Task Gallery_TheCopyOfAPage_IsThePage()
    {
        await OpenAsync();

        Assert.AreSequenceEqual(
            SamplePages.All[1].Content.ToArray(), await File.ReadAllBytesAsync(folder.PathOf("pages/502.de.html")));
    }

    [TestMethod]
    public async Task Gallery_DeepLink_LeadsToThePage()
    {
        var gallery = await OpenAsync("#errors%2F50%203.html");

        Assert.AreEqual(
            "errors/50 3.html", await gallery.EvaluateAsync<string>("document.querySelector('section:target').id"));
        // It is scrolled to, which takes a moment.
        await gallery.WaitForFunctionAsync(
            """
            () => (box => box.top < innerHeight && box.bottom > 0)(document.querySelector('section:target').getBoundingClientRect())
            """);
    }

    [TestMethod]
    public async Task Gallery_ALinkOfAPage_DoesNotLeaveItsFrame()
    {
        var gallery = await OpenAsync();
        var frame = (await FramesOfAsync(gallery, "errors/50 3.html"))[0];

        await frame.EvaluateAsync("document.querySelector('a').click()");
        await frame.EvaluateAsync("document.querySelector('button').click()");
        await gallery.WaitForTimeoutAsync(200);

        Assert.EndsWith("/index.html", gallery.Url);
        Assert.IsEmpty(requests.Where(request => !request.StartsWith("file:", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task Gallery_SizesLimitsAndFindings_CanBeRead()
    {
        var gallery = await OpenAsync();

        var facts = gallery.Locator("section[id='errors/50 3.html'] .facts");
        // What is out of sight has no text before it is drawn, which takes a busy machine more than a frame or two.
        await facts.ScrollIntoViewIfNeededAsync();
        var drawn = await gallery.WaitForFunctionAsync(
            "facts => facts.innerText", await facts.ElementHandleAsync());
        var text = await drawn.JsonValueAsync<string>();

        Assert.Contains("gzip\t5,000", text);
        Assert.Contains("br\t4,000", text);
        var markup = SamplePages.All[2].Content.Length - SamplePages.Style.Length;
        Assert.Contains($"Made of\nstyles\t{SamplePages.Style.Length}\nmarkup\t{markup}", text);
        Assert.Contains("16,329 of 20,000, 3,671 left", text);
        Assert.Contains("16,329 of 15,108, 1,221 too many", text);
        Assert.Contains("DP0306 '<form action=\"https://…\">' sends to the app, which is down.", text);
        Assert.Contains("Views/Errors/503.cshtml(4,2)", text);
        Assert.AreEqual(1, await gallery.Locator(".limit.over").CountAsync());
        Assert.AreEqual("Nothing found to be wrong.", await gallery.Locator("[id='502.html'] .fine").InnerTextAsync());
    }

    [TestMethod]
    [DataRow(360)]
    [DataRow(1440)]
    public async Task Gallery_InAWindow_IsNotWiderThanIt(int width)
    {
        var gallery = await OpenAsync();
        await gallery.SetViewportSizeAsync(width, 900);

        Assert.AreEqual(width, await gallery.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [TestMethod]
    public async Task Gallery_WrittenAgain_HasNoPageThatIsGone()
    {
        await OpenAsync();

        Gallery.Write(folder.Root, [SamplePages.All[0]]);

        Assert.AreSequenceEqual(
            [folder.PathOf("pages/502.html")],
            Directory.EnumerateFiles(folder.PathOf("pages"), "*", SearchOption.AllDirectories));
    }

    public async ValueTask DisposeAsync()
    {
        if (context is not null)
            await context.DisposeAsync();
        folder.Dispose();
    }

    private async Task<IPage> OpenAsync(string fragment = "")
    {
        var browser = await Chromium.GetAsync();
        var index = Gallery.Write(folder.Root, SamplePages.All);
        context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 1440, Height = 900 },
            // What Playwright sets is set for frames too: here each frame must have its own.
            ColorScheme = ColorScheme.Null,
        });
        context.Request += (_, request) => requests.Add(request.Url);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(index).AbsoluteUri + fragment);
        return page;
    }

    // Frames far below are loaded when they are come near.
    private static async Task<IReadOnlyList<IFrame>> FramesOfAsync(IPage gallery, string file)
    {
        List<IFrame> frames = [];
        foreach (var element in await gallery.Locator($"section[id='{file}'] iframe").ElementHandlesAsync())
        {
            await element.ScrollIntoViewIfNeededAsync();
            var frame = await element.ContentFrameAsync();
            Assert.IsNotNull(frame);
            await frame.WaitForURLAsync(url => url.Contains("/pages/", StringComparison.Ordinal));
            await frame.WaitForLoadStateAsync();
            frames.Add(frame);
        }

        return frames;
    }
}
