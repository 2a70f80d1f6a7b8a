using DownPage.RenderProtocol;

namespace DownPage.Renderer.Tests;

/// <summary>A run as a whole, with this assembly for an app.</summary>
[TestClass]
public sealed class RenderSessionTests(TestContext testContext)
{
    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Run_DeadlineBeforeAnyPageIsBegun_NamesTheFirstPage()
    {
        using var folder = new TempFolder();
        using var deadline = new CancellationTokenSource();
        await deadline.CancelAsync();
        var response = new RenderResponse();
        var request = new RenderRequest
        {
            Host = HostKind.Isolated,
            ApplicationAssembly = typeof(RenderSessionTests).Assembly.Location,
            ApplicationDirectory = AppContext.BaseDirectory,
            BaseUrl = "https://localhost",
            ContentRoot = folder.Root,
            Environment = "Production",
            RoutePattern = "{controller=Home}/{action=Index}/{id?}",
            PagesDirectory = folder.PathOf("pages"),
            StandAloneAssembly = Path.Combine(AppContext.BaseDirectory, "DownPage.StandAlone.dll"),
            ResponseFile = folder.PathOf("render-response.json"),
            TimeoutMilliseconds = 5000,
            Pages =
            [
                new RenderPage { Item = "first", View = "/502.cshtml", Name = "502.html", OutputPaths = ["502.html"] },
                new RenderPage { Item = "second", View = "/503.cshtml", Name = "503.html", OutputPaths = ["503.html"] },
            ],
        };

        await new RenderSession(request, response, deadline.Token).RunAsync().WaitAsync(testContext.CancellationToken);

        var error = Assert.ContainsSingle(response.Diagnostics);
        Assert.AreEqual(DiagnosticCodes.PageTimedOut, error.Code);
        Assert.Contains("'first'", error.Message);
    }
}
