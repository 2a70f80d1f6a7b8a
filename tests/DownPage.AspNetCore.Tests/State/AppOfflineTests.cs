using System.Net;
using System.Net.Http.Headers;

namespace DownPage.AspNetCore.Tests.State;

/// <summary>The file by which IIS takes an app down does so on every server.</summary>
[TestClass]
public sealed class AppOfflineTests
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task AppOffline_PutThereAndTaken_TakesTheSiteDownAndUpWithItsPage()
    {
        await using var site = await MaintainedSite.StartAsync();

        Put(site, "<!doctype html><title>Offline</title><p>Back soon");
        using var down = await site.Client.GetAsync("/any/path", TestContext.CancellationToken);
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, down.StatusCode);
        Assert.AreEqual("text/html", down.Content.Headers.ContentType?.MediaType);
        Assert.IsNotNull(down.Headers.RetryAfter);
        Assert.Contains("<p>Back soon", await down.Content.ReadAsStringAsync(TestContext.CancellationToken));
        Assert.AreEqual(MaintenanceSource.AppOffline, site.Maintenance.Current.Source);

        File.Delete(PathIn(site));
        site.Clock.Advance(Poll);
        Assert.AreEqual("up", await site.Client.GetStringAsync("/", TestContext.CancellationToken));
    }

    [TestMethod]
    public async Task AppOffline_AnotherPageInIt_IsShown()
    {
        await using var site = await MaintainedSite.StartAsync();
        Put(site, "<p>first");
        File.SetLastWriteTimeUtc(PathIn(site), DateTime.UnixEpoch);
        site.Clock.Advance(Poll);

        Put(site, "<p>again");

        using var answer = await site.Client.GetAsync("/", TestContext.CancellationToken);
        Assert.Contains("<p>again", await answer.Content.ReadAsStringAsync(TestContext.CancellationToken));
    }

    [TestMethod]
    public async Task AppOffline_Empty_ShowsTheSitesOwnPage()
    {
        await using var site = await MaintainedSite.StartAsync();

        Put(site, "");

        using var answer = await site.Client.GetAsync("/", TestContext.CancellationToken);
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("<main", await answer.Content.ReadAsStringAsync(TestContext.CancellationToken));
    }

    [TestMethod]
    public async Task AppOffline_ToAProgram_IsJson()
    {
        await using var site = await MaintainedSite.StartAsync();
        Put(site, "<p>Back soon");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));

        using var answer = await site.Client.SendAsync(request, TestContext.CancellationToken);

        Assert.AreEqual("application/json", answer.Content.Headers.ContentType?.MediaType);
    }

    [TestMethod]
    public async Task AppOffline_OverADownFileOfAPart_TakesAllOfTheSite()
    {
        await using var site = await MaintainedSite.StartAsync();
        File.WriteAllText(site.DownFile, """{ "scopes": [ "path:/billing" ], "mode": "readOnly" }""");
        site.Clock.Advance(Poll);
        Assert.AreEqual("up", await site.Client.GetStringAsync("/", TestContext.CancellationToken));

        Put(site, "<p>Back soon");

        using var answer = await site.Client.GetAsync("/", TestContext.CancellationToken);
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [TestMethod]
    public async Task AppOffline_WhereTheConfigurationSaysUp_IsOfNoAccount()
    {
        await using var site = await MaintainedSite.StartAsync(options => options.Enabled = false);

        Put(site, "<p>Back soon");

        Assert.AreEqual("up", await site.Client.GetStringAsync("/", TestContext.CancellationToken));
    }

    [TestMethod]
    public async Task AppOffline_NotHonored_IsAFileLikeOthers()
    {
        await using var site = await MaintainedSite.StartAsync(options => options.HonorAppOffline = false);

        Put(site, "<p>Back soon");

        Assert.AreEqual("up", await site.Client.GetStringAsync("/", TestContext.CancellationToken));
    }

    [TestMethod]
    public async Task AppOffline_AFolderOfThatName_IsOfNoAccount()
    {
        await using var site = await MaintainedSite.StartAsync();

        Directory.CreateDirectory(PathIn(site));
        site.Clock.Advance(Poll);

        Assert.AreEqual("up", await site.Client.GetStringAsync("/", TestContext.CancellationToken));
    }

    private static string PathIn(MaintainedSite site) => Path.Combine(site.ContentRoot, "app_offline.htm");

    private static void Put(MaintainedSite site, string page)
    {
        File.WriteAllText(PathIn(site), page);
        site.Clock.Advance(Poll);
    }
}
