using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace DownPage.Tool.Tests.Verify;

/// <summary>Each check has a server in front that fails it, and it alone.</summary>
[TestClass]
public sealed class WrongFrontTests
{
    public static IEnumerable<object[]> Fronts => WrongFront.Names.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Fronts))]
    public async Task Verify_OneThingWrong_ItsCheckAloneDiffers(string front)
    {
        using var pages = PublishedPages.Usual();
        await using var app = await LiveApp.StartAsync(pages.Root, WrongFront.Named(front));

        var run = await VerifyTests.RunAsync(pages.Root, "verify", app.Address, "--json");

        Assert.AreEqual(ExitCode.Differs, run.ExitCode, run.Out + run.Error);
        CollectionAssert.AreEqual(new[] { front.Split(':')[0] }, Differing(run), run.Out);
    }

    [TestMethod]
    public void Fronts_OfTheTable_AreOfEveryCheck()
    {
        // These have tests of their own below, and with a site that redirects to https nothing is wrong.
        string[] others = ["page", "stock-page", "redirect"];

        CollectionAssert.AreEquivalent(
            Tool.Verify.CheckNames.All.ToArray(),
            WrongFront.Names.Select(name => name.Split(':')[0]).Concat(others).Distinct().ToArray());
    }

    [TestMethod]
    public async Task Verify_PageOfAnOlderBuild_SaysBothBuilds()
    {
        using var pages = PublishedPages.Usual();
        using var older = new PublishedPages()
            .Page("503.html", PublishedPages.Html("en", "We are moving house.", "ba9876543210"), culture: "en").Manifest();
        await using var app = await LiveApp.StartAsync(older.Root);

        var run = await VerifyTests.RunAsync(pages.Root, "verify", app.Address);

        Assert.AreEqual(ExitCode.Differs, run.ExitCode, run.Out);
        Assert.Contains("expected 503.html, build 0123456789ab, ", run.Out);
        Assert.Contains("got build ba9876543210, ", run.Out);
    }

    [TestMethod]
    public async Task Verify_AnotherPageOfTheBuild_SaysWhich()
    {
        using var pages = PublishedPages.Usual();
        await using var app = await LiveApp.StartAsync(
            pages.Root, settings: new() { ["MaintenanceMode:Pages:Name"] = "502.html" });

        var run = await VerifyTests.RunAsync(pages.Root, "verify", app.Address, "--json");

        Assert.AreEqual(ExitCode.Differs, run.ExitCode, run.Out);
        Assert.Contains("page", Differing(run));
        Assert.Contains("\"got\": \"502.html, build 0123456789ab", run.Out);
    }

    [TestMethod]
    [DataRow(503, "nginx", "<center><h1>503 Service Temporarily Unavailable</h1></center>\r\n<hr><center>nginx/1.26.3</center>")]
    [DataRow(503, "Apache", "<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\">\n<html><head>\n<title>503 Service Unavailable</title>")]
    [DataRow(503, "HAProxy", "<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n")]
    [DataRow(503, "http.sys", "<BODY><h2>Service Unavailable</h2>\r\n<hr><p>HTTP Error 503. The service is unavailable.</p>")]
    [DataRow(502, "ASP.NET Core Module", "<h2>HTTP Error 502.5 - ANCM Out-Of-Process Startup Failure </h2>")]
    [DataRow(500, "ASP.NET Core Module", "<h2>HTTP Error 500.30 - ASP.NET Core app failed to start</h2>")]
    [DataRow(502, "Caddy", "", DisplayName = "Caddy and YARP: nothing at all")]
    [DataRow(502, "Traefik", "Bad Gateway")]
    public async Task Verify_StockPage_SaysWhose(int status, string server, string content)
    {
        using var pages = PublishedPages.Usual();
        await using var app = await LiveApp.StartAsync(pages.Root, async (context, _) =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "text/html";
            context.Response.Headers.Server = server == "Caddy" ? "Caddy" : default;
            await context.Response.WriteAsync(content);
        });

        var run = await VerifyTests.RunAsync(pages.Root, "verify", app.Address);

        Assert.AreEqual(ExitCode.Differs, run.ExitCode, run.Out + run.Error);
        Assert.Contains("differs  stock-page", run.Out);
        Assert.Contains($"the page of {server}", run.Out);
    }

    [TestMethod]
    public async Task Verify_BuiltInPage_SaysThatNoPageWasFound()
    {
        using var pages = PublishedPages.Usual();
        using var empty = new TempFolder();
        await using var app = await LiveApp.StartAsync(empty.Root);

        var run = await VerifyTests.RunAsync(pages.Root, "verify", app.Address);

        Assert.AreEqual(ExitCode.Differs, run.ExitCode, run.Out);
        Assert.Contains("the page of DownPage.AspNetCore (built in", run.Out);
    }

    private static string[] Differing(ToolRun run)
    {
        using var report = JsonDocument.Parse(run.Out);
        return [.. report.RootElement.GetProperty("checks").EnumerateArray()
            .Where(check => check.GetProperty("result").GetString() == "differs")
            .Select(check => check.GetProperty("name").GetString() ?? "")
            .Distinct()];
    }
}
