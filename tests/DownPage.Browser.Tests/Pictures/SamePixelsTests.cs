using System.Text;

namespace DownPage.Browser.Tests.Pictures;

/// <summary>
/// What the comparison of pages says about pages that are not the same: one that cannot fail would prove nothing.
/// </summary>
[TestClass]
public sealed class SamePixelsTests(TestContext testContext)
{
    private const string Page =
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Back soon</title>
        <style>
        :root { color-scheme: light dark }
        body { margin: 0; font: 16px sans-serif }
        mark { position: absolute; left: 40px; top: 60px; width: 1px; height: 1px; background: red }
        </style>
        </head>
        <body><h1>Back soon</h1><mark></mark></body>
        </html>
        """;

    private static readonly Uri Address = new("http://shop.example/errors/502?from=test");

    private static int instances;

    // The rows of one test run side by side: a folder for each.
    private readonly KeptPictures pictures =
        new($"{nameof(SamePixelsTests)}/{testContext.TestName}-{Interlocked.Increment(ref instances)}");

    [TestMethod]
    public async Task FindFaults_APageAndItself_FindsNone() =>
        Assert.IsEmpty(await FindFaultsAsync(Page, Look.All));

    [TestMethod]
    public async Task FindFaults_OnePixelOnAWideScreenInTheDark_FindsItAndKeepsPictures()
    {
        var other = Page.Replace(
            "</style>",
            "@media (min-width: 1000px) and (prefers-color-scheme: dark) { mark { background: blue } } </style>",
            StringComparison.Ordinal);

        var faults = await FindFaultsAsync(other, Look.All);

        Assert.HasCount(2, faults);
        Assert.StartsWith("502.html, 1440-dark: 1 differing pixels between (40,60) and (41,61); ", faults[0]);
        string[] kept = ["live", "alone", "difference"];
        foreach (var kind in kept)
        {
            var path = pictures.PathOf($"502.html-1440-dark-{kind}.png");
            Assert.Contains($"{kind}: {path}", faults[0]);
            Assert.IsTrue(File.Exists(path), path);
        }

        Assert.AreEqual(other, await File.ReadAllTextAsync(pictures.PathOf("502.html"), testContext.CancellationToken));
        pictures.Delete();
    }

    [TestMethod]
    [DataRow("(prefers-reduced-motion: reduce)", "768-light-reduced-motion")]
    [DataRow("print", "768-light-print")]
    [DataRow("(hover: none) and (prefers-color-scheme: light)", "360-light-phone")]
    [DataRow("(min-resolution: 2dppx) and (prefers-color-scheme: dark)", "360-dark-phone")]
    public async Task FindFaults_OnePixelInOneLook_FindsItThere(string media, string name)
    {
        var look = Look.All.Single(look => look.ToString() == name);
        var other = Page.Replace(
            "</style>", $"@media {media} {{ mark {{ background: blue }} }} </style>", StringComparison.Ordinal);

        var faults = await FindFaultsAsync(other, [new(look.Width, look.ColorScheme), look]);

        Assert.HasCount(2, faults);
        Assert.StartsWith($"502.html, {name}: ", faults[0]);
        pictures.Delete();
    }

    [TestMethod]
    [DataRow("<img src='/logo.svg' hidden alt=''>", "GET http://shop.example/logo.svg", DisplayName = "image")]
    [DataRow("<img src='//cdn.example/a.png' hidden alt=''>", "GET http://cdn.example/a.png", DisplayName = "another host")]
    [DataRow("<link rel=preload as=font href=x.woff2 crossorigin>", "GET http://shop.example/errors/x.woff2", DisplayName = "preload")]
    [DataRow("<script>fetch('/up', { method: 'HEAD' }).catch(() => 0)</script>", "HEAD http://shop.example/up", DisplayName = "script")]
    [DataRow("<style>@import 'more.css'</style>", "GET http://shop.example/errors/more.css", DisplayName = "import")]
    [DataRow("<iframe src='/inner' hidden></iframe>", "GET http://shop.example/inner", DisplayName = "frame")]
    public async Task FindFaults_ARequest_IsAFaultThoughThePixelsAreTheSame(string markup, string request)
    {
        var other = Page.Replace("</body>", markup + "</body>", StringComparison.Ordinal);

        var faults = await FindFaultsAsync(other, [new(768)]);

        Assert.AreEqual($"502.html: with the network off the page asked for {request}", faults[0]);
        Assert.HasCount(2, faults);
        pictures.Delete();
    }

    [TestMethod]
    public async Task FindFaults_AScriptThatThrowsInThePageAlone_IsAFault()
    {
        var other = Page.Replace("</body>", "<script>jQuery('x')</script></body>", StringComparison.Ordinal);

        var faults = await FindFaultsAsync(other, [new(768)]);

        Assert.Contains("502.html: a script threw", faults[0]);
        Assert.Contains("jQuery is not defined", faults[0]);
        pictures.Delete();
    }

    private async Task<IReadOnlyList<string>> FindFaultsAsync(string other, IReadOnlyList<Look> looks)
    {
        // The live page here is one that stands alone as well: an app has no part in what is tested.
        await using var live = new StandAlonePage(Address, Encoding.UTF8.GetBytes(Page), "en");
        await using var alone = new StandAlonePage(Address, Encoding.UTF8.GetBytes(other), "en");
        return await SamePixels.FindFaultsAsync("502.html", live.View, alone, looks, [], pictures);
    }
}
