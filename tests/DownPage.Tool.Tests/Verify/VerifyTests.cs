using System.Text.Json;

namespace DownPage.Tool.Tests.Verify;

/// <summary><c>downpage verify</c> against an app that is down by the runtime package.</summary>
[TestClass]
public sealed class VerifyTests
{
    [TestMethod]
    public async Task Verify_AppThatIsDown_IsAsItShouldBe()
    {
        using var pages = PublishedPages.Usual();
        await using var app = await LiveApp.StartAsync(pages.Root);

        var run = await RunAsync(pages.Root, "verify", app.Address);

        Assert.AreEqual("", run.Error);
        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Out);
        Assert.Contains($"{app.Address}/ answers 503 (Kestrel), held against", run.Out);
        Assert.Contains("503.html, build 0123456789ab", run.Out);
        Assert.Contains("language (de)", run.Out);
        Assert.Contains("language (another)", run.Out);
        Assert.Contains("checks are as they should be.", run.Out);
    }

    [TestMethod]
    public async Task Verify_Json_HasEveryCheckByItsName()
    {
        using var pages = PublishedPages.Usual();
        await using var app = await LiveApp.StartAsync(pages.Root);

        var run = await RunAsync(pages.Root, "verify", app.Address, "--json");

        using var report = JsonDocument.Parse(run.Out);
        Assert.AreEqual("ok", report.RootElement.GetProperty("result").GetString());
        Assert.AreEqual(503, report.RootElement.GetProperty("statusCode").GetInt32());
        var names = report.RootElement.GetProperty("checks").EnumerateArray()
            .Select(check => check.GetProperty("name").GetString()).Distinct().ToArray();
        CollectionAssert.AreEqual(Tool.Verify.CheckNames.All.ToArray(), names);
    }

    [TestMethod]
    public async Task Verify_MessageInThePage_IsOfTheSameBuild()
    {
        using var pages = PublishedPages.Usual();
        await using var app = await LiveApp.StartAsync(
            pages.Root, settings: new() { ["MaintenanceMode:Message"] = "Back at 5 <pm>." });

        var run = await RunAsync(pages.Root, "verify", app.Address);

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Out);
        Assert.Contains("with a message:", run.Out);
    }

    [TestMethod]
    public async Task Verify_PageWithoutStamp_IsHeldByItsBytes()
    {
        using var pages = new PublishedPages()
            .Page("503.html", PublishedPages.Html("en", "Down.", stamp: null)).Manifest();
        await using var plain = await LiveApp.StartAsync(pages.Root);
        await using var changed = await LiveApp.StartAsync(
            pages.Root, settings: new() { ["MaintenanceMode:Message"] = "Back soon." });

        var same = await RunAsync(pages.Root, "verify", plain.Address);
        var other = await RunAsync(pages.Root, "verify", changed.Address);

        Assert.AreEqual(ExitCode.Success, same.ExitCode, same.Out);
        Assert.AreEqual(ExitCode.Differs, other.ExitCode, other.Out);
        Assert.Contains("sha256 ", other.Out);
    }

    [TestMethod]
    public async Task Verify_NoManifest_LooksAtWhatItCan()
    {
        using var pages = PublishedPages.Usual();
        using var elsewhere = new TempFolder();
        await using var app = await LiveApp.StartAsync(pages.Root);

        var run = await RunAsync(elsewhere.Root, "verify", app.Address, "--culture", "de");

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Out);
        Assert.Contains("warning: there is no", run.Error);
        Assert.Contains("language (de)", run.Out);
        Assert.Contains("has no page to hold it against", run.Out);
    }

    [TestMethod]
    public async Task Verify_NameOfThePageInTheConfiguration_IsThatPage()
    {
        using var pages = PublishedPages.Usual()
            .Page("maintenance.html", PublishedPages.Html("en", "Maintenance."), culture: "en").Manifest();
        pages.Write("appsettings.json", """{ "MaintenanceMode": { "Pages": { "Name": "maintenance.html" } } }""");
        await using var app = await LiveApp.StartAsync(
            pages.Root, settings: new() { ["MaintenanceMode:Pages:Name"] = "maintenance.html" });

        var run = await RunAsync(pages.Root, "verify", app.Address);

        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Out);
        Assert.Contains("maintenance.html, build", run.Out);
    }

    [TestMethod]
    public async Task Verify_CheckThatIsLeftOut_DiffersNoMore()
    {
        using var pages = PublishedPages.Usual();
        await using var app = await LiveApp.StartAsync(pages.Root, WrongFront.Named("gzip: none"));

        var all = await RunAsync(pages.Root, "verify", app.Address);
        var others = await RunAsync(pages.Root, "verify", app.Address, "--skip", "robots,Gzip");

        Assert.AreEqual(ExitCode.Differs, all.ExitCode, all.Out);
        Assert.AreEqual(ExitCode.Success, others.ExitCode, others.Out);
        Assert.Contains("left out by --skip", others.Out);
    }

    [TestMethod]
    public async Task Verify_OtherStatus_IsTheGivenOne()
    {
        using var pages = PublishedPages.Usual();
        await using var app = await LiveApp.StartAsync(
            pages.Root, settings: new() { ["MaintenanceMode:StatusCode"] = "502" });

        Assert.AreEqual(
            ExitCode.Success, (await RunAsync(pages.Root, "verify", app.Address, "--status", "502")).ExitCode);
        Assert.AreEqual(ExitCode.Differs, (await RunAsync(pages.Root, "verify", app.Address)).ExitCode);
    }

    [TestMethod]
    public async Task Verify_SiteIsUp_SaysWhatToDo()
    {
        using var pages = PublishedPages.Usual();
        await using var app = await LiveApp.StartAsync(pages.Root, isDown: false);

        var run = await RunAsync(pages.Root, "verify", app.Address);

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith("error DP0546: ", run.Error);
        Assert.Contains("downpage down --for 10m", run.Error);
        Assert.AreEqual("", run.Out);
    }

    [TestMethod]
    public async Task Verify_Probe_IsAskedWhileTheSiteIsUp()
    {
        using var pages = PublishedPages.Usual();
        await using var down = await LiveApp.StartAsync(pages.Root);
        using var client = new HttpClient { BaseAddress = new Uri(down.Address) };
        await using var app = await LiveApp.StartAsync(
            pages.Root,
            async (context, next) =>
            {
                if (context.Request.Path == "/probe" || context.Request.Path == "/_downpage/probe")
                {
                    await Relay.AnswerAsync(context, client);
                    return;
                }

                await next(context);
            },
            isDown: false);

        var probe = await RunAsync(pages.Root, "verify", app.Address, "--probe", "/probe");
        var usual = await RunAsync(pages.Root, "verify", app.Address, "--probe");
        var before = await RunAsync(pages.Root, "verify", "--probe", app.Address);
        var missing = await RunAsync(pages.Root, "verify", app.Address, "--probe", "nothing");

        Assert.AreEqual(ExitCode.Success, probe.ExitCode, probe.Out + probe.Error);
        Assert.Contains("the site may be up", probe.Out);
        Assert.AreEqual(ExitCode.Success, usual.ExitCode, usual.Out + usual.Error);
        Assert.StartsWith($"{app.Address}/_downpage/probe answers 503", usual.Out);
        Assert.AreEqual(usual.Out, before.Out);
        Assert.AreEqual(ExitCode.Failure, missing.ExitCode);
        Assert.StartsWith("error DP0547: ", missing.Error);
    }

    [TestMethod]
    public async Task Verify_HttpLeadsToHttps_AsksThere()
    {
        using var pages = PublishedPages.Usual();
        LiveApp? self = null;
        await using var app = self = await LiveApp.StartAsync(
            pages.Root,
            (context, next) =>
            {
                if (context.Request.IsHttps)
                {
                    return next(context);
                }

                context.Response.Redirect((self?.Addresses[1] ?? "") + context.Request.Path, permanent: true);
                return Task.CompletedTask;
            },
            withHttps: true);

        var insecure = await RunAsync(pages.Root, "verify", app.Address, "--insecure");
        var secure = await RunAsync(pages.Root, "verify", app.Address);

        Assert.AreEqual(ExitCode.Success, insecure.ExitCode, insecure.Out + insecure.Error);
        Assert.Contains($"leads to {app.Addresses[1]}/, which is asked from here on", insecure.Out);
        Assert.AreEqual(ExitCode.Failure, secure.ExitCode);
        Assert.StartsWith("error DP0543: ", secure.Error);
        Assert.Contains("CN=shop.test", secure.Error);
    }

    [TestMethod]
    public async Task Verify_HostHeader_IsSent()
    {
        using var pages = PublishedPages.Usual();
        await using var app = await LiveApp.StartAsync(
            pages.Root,
            (context, next) =>
            {
                context.Response.StatusCode = 421;
                return context.Request.Host.Host == "shop.test" ? next(context) : Task.CompletedTask;
            });

        var named = await RunAsync(pages.Root, "verify", app.Address, "--host-header", "shop.test");
        var other = await RunAsync(pages.Root, "verify", app.Address);

        Assert.AreEqual(ExitCode.Success, named.ExitCode, named.Out + named.Error);
        Assert.AreEqual(ExitCode.Failure, other.ExitCode);
        Assert.Contains("answers 421", other.Error);
    }

    [TestMethod]
    [DataRow("shop.example")]
    [DataRow("ftp://shop.example")]
    [DataRow("http://")]
    public async Task Verify_NoAddress_IsToldWhatOneIs(string url)
    {
        using var folder = new TempFolder();

        var run = await RunAsync(folder.Root, "verify", url);

        Assert.AreEqual(ExitCode.Usage, run.ExitCode);
        Assert.StartsWith("error DP0540: ", run.Error);
    }

    [TestMethod]
    [DataRow("--status", "99")]
    [DataRow("--status", "abc")]
    [DataRow("--path", "/a", "--probe", "/b")]
    [DataRow("--timeout", "never")]
    [DataRow("--skip", "gzipp")]
    public async Task Verify_WrongOptions_AreUsage(params string[] options)
    {
        using var folder = new TempFolder();

        var run = await RunAsync(folder.Root, ["verify", "http://127.0.0.1:1", .. options]);

        Assert.AreEqual(ExitCode.Usage, run.ExitCode, run.Error);
    }

    [TestMethod]
    [DataRow("verify")]
    [DataRow("verify", "--probe")]
    [DataRow("verify", "--probe", "/probe")]
    public async Task Verify_NoUrl_IsUsage(params string[] arguments)
    {
        using var folder = new TempFolder();

        var run = await RunAsync(folder.Root, arguments);

        Assert.AreEqual(ExitCode.Usage, run.ExitCode);
        Assert.StartsWith("error DP0514: Required argument missing", run.Error);
    }

    [TestMethod]
    public async Task Verify_CultureThatTheBuildLacks_SaysWhichThereAre()
    {
        using var pages = PublishedPages.Usual();

        var run = await RunAsync(pages.Root, "verify", "http://127.0.0.1:1", "--culture", "fr");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.Contains("error DP0537: The pages are not there in 'fr'; they are there in: en, de.", run.Error);
    }

    internal static Task<ToolRun> RunAsync(string folder, params string[] arguments)
        => ToolRun.RunAsync(folder, TimeProvider.System, arguments);
}
