using System.Net;
using DownPage.AspNetCore.State;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests.State;

/// <summary>The site is down as long as the down file is there.</summary>
[TestClass]
public sealed class DownFileSwitchTests
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task DownFile_TouchedAndRemoved_TakesTheSiteDownAndUp()
    {
        await using var site = await MaintainedSite.StartAsync();
        Assert.AreEqual(HttpStatusCode.OK, await Ask(site));

        File.WriteAllText(site.DownFile, "");
        site.Clock.Advance(Poll);
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await Ask(site));

        File.Delete(site.DownFile);
        site.Clock.Advance(Poll);
        Assert.AreEqual(HttpStatusCode.OK, await Ask(site));
    }

    [TestMethod]
    public async Task DownFile_ThereAtStart_TheFirstRequestIsRefused()
    {
        using var folder = new TempFolder();
        var down = folder.Write("down.json", "{}");

        await using var site = await MaintainedSite.StartAsync(options => options.DownFile = down);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await Ask(site));
    }

    [TestMethod]
    public async Task DownFile_Changed_TheAnswerChanges()
    {
        await using var site = await MaintainedSite.StartAsync();
        File.WriteAllText(site.DownFile, """{ "statusCode": 503 }""");
        site.Clock.Advance(Poll);
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await Ask(site));

        File.WriteAllText(site.DownFile, """{ "statusCode": 418, "message": "tea" }""");
        site.Clock.Advance(Poll);

        Assert.AreEqual((HttpStatusCode)418, await Ask(site));
        Assert.AreEqual("tea", site.Maintenance.Current.Message);
    }

    [TestMethod]
    public async Task DownFile_Unchanged_NothingIsMadeAnew()
    {
        await using var site = await MaintainedSite.StartAsync();
        File.WriteAllText(site.DownFile, """{ "message": "moving" }""");
        site.Clock.Advance(Poll);
        var monitor = site.Services.GetRequiredService<MaintenanceMonitor>();
        var before = monitor.Snapshot;

        site.Clock.Advance(Poll * 10);

        Assert.IsTrue(before.State.IsDown);
        Assert.AreSame(before, monitor.Snapshot);
    }

    [TestMethod]
    public async Task DownFile_RenamedIntoPlace_TakesTheSiteDown()
    {
        await using var site = await MaintainedSite.StartAsync();
        File.WriteAllText(site.DownFile + ".parked", "{}");
        site.Clock.Advance(Poll);
        Assert.AreEqual(HttpStatusCode.OK, await Ask(site));

        File.Move(site.DownFile + ".parked", site.DownFile);
        site.Clock.Advance(Poll);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await Ask(site));
    }

    [TestMethod]
    public async Task DownFile_Garbage_ChangesNothingAndIsLoggedOnce()
    {
        await using var site = await MaintainedSite.StartAsync();
        File.WriteAllText(site.DownFile, """{ "message": "moving" }""");
        site.Clock.Advance(Poll);

        File.WriteAllText(site.DownFile, "{ \"message\": ");
        site.Clock.Advance(Poll * 10);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await Ask(site));
        Assert.AreEqual("moving", site.Maintenance.Current.Message);
        Assert.ContainsSingle(record => record.Level == LogLevel.Error, site.Log.OfMaintenance);
    }

    [TestMethod]
    public async Task DownFile_TornForOneRead_IsNotEvenLogged()
    {
        await using var site = await MaintainedSite.StartAsync();
        File.WriteAllText(site.DownFile, "{ \"mess");
        site.Clock.Advance(Poll);

        File.WriteAllText(site.DownFile, """{ "message": "whole" }""");
        site.Clock.Advance(Poll);

        Assert.AreEqual("whole", site.Maintenance.Current.Message);
        Assert.IsEmpty(site.Log.OfMaintenance.Where(record => record.Level >= LogLevel.Warning));
    }

    [TestMethod]
    [DataRow(StoreFailurePolicy.KeepLast, HttpStatusCode.OK)]
    [DataRow(StoreFailurePolicy.Up, HttpStatusCode.OK)]
    [DataRow(StoreFailurePolicy.Down, HttpStatusCode.ServiceUnavailable)]
    public async Task DownFile_GarbageFromTheStart_ThePolicyDecides(StoreFailurePolicy policy, HttpStatusCode expected)
    {
        using var folder = new TempFolder();
        var down = folder.Write("down.json", "no JSON");

        await using var site = await MaintainedSite.StartAsync(options =>
        {
            options.DownFile = down;
            options.OnStoreFailure = policy;
        });
        site.Clock.Advance(Poll);

        Assert.AreEqual(expected, await Ask(site));
    }

    [TestMethod]
    [DataRow(StoreFailurePolicy.KeepLast, HttpStatusCode.ServiceUnavailable)]
    [DataRow(StoreFailurePolicy.Up, HttpStatusCode.OK)]
    [DataRow(StoreFailurePolicy.Down, HttpStatusCode.ServiceUnavailable)]
    public async Task DownFile_GarbageWhileDown_ThePolicyDecides(StoreFailurePolicy policy, HttpStatusCode expected)
    {
        await using var site = await MaintainedSite.StartAsync(options => options.OnStoreFailure = policy);
        File.WriteAllText(site.DownFile, "{}");
        site.Clock.Advance(Poll);

        File.WriteAllText(site.DownFile, "[1, 2");
        site.Clock.Advance(Poll * 3);

        Assert.AreEqual(expected, await Ask(site));
    }

    [TestMethod]
    public async Task DownFile_ReadableAgain_IsLoggedAndHolds()
    {
        await using var site = await MaintainedSite.StartAsync();
        Directory.CreateDirectory(site.DownFile);
        site.Clock.Advance(Poll * 3);
        Assert.AreEqual(HttpStatusCode.OK, await Ask(site));

        Directory.Delete(site.DownFile);
        File.WriteAllText(site.DownFile, "");
        site.Clock.Advance(Poll);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await Ask(site));
        Assert.ContainsSingle(record => record.EventName == "StateReadable", site.Log.OfMaintenance);
    }

    [TestMethod]
    public async Task DownFile_UntilPassed_TheSiteIsUpThoughTheFileStays()
    {
        await using var site = await MaintainedSite.StartAsync();
        var until = site.Clock.GetUtcNow().AddMinutes(5);
        File.WriteAllText(site.DownFile, $$"""{ "until": "{{until:O}}" }""");
        site.Clock.Advance(Poll);
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await Ask(site));

        site.Clock.Advance(until - site.Clock.GetUtcNow());

        Assert.AreEqual(HttpStatusCode.OK, await Ask(site));
        Assert.IsTrue(File.Exists(site.DownFile));
    }

    [TestMethod]
    public async Task DownFile_ClockJumpsPastTheEnd_TheSiteIsUpAtTheNextLook()
    {
        await using var site = await MaintainedSite.StartAsync();
        File.WriteAllText(site.DownFile, $$"""{ "until": "{{site.Clock.GetUtcNow().AddHours(5):O}}" }""");
        site.Clock.Advance(Poll);

        site.Clock.Jump(site.Clock.GetUtcNow().AddHours(6));
        site.Clock.Advance(Poll);

        Assert.AreEqual(HttpStatusCode.OK, await Ask(site));
    }

    [TestMethod]
    public async Task DownFile_WindowThatCannotBe_IsPassedOverWithAWarning()
    {
        await using var site = await MaintainedSite.StartAsync();

        File.WriteAllText(site.DownFile, """{ "windows": [ { "name": "odd", "days": [ "sunday" ] } ] }""");
        site.Clock.Advance(Poll * 5);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await Ask(site));
        var warned = site.Log.OfMaintenance.Where(record => record.Level == LogLevel.Warning).ToArray();
        Assert.HasCount(2, warned);
        Assert.Contains("windows[0]: Time is missing", warned[0].Message);
        Assert.Contains("windows[0] is passed over", warned[1].Message);
    }

    [TestMethod]
    public async Task DownFile_NoneWanted_AFileOfThatNameSaysNothing()
    {
        await using var site = await MaintainedSite.StartAsync(options => options.DownFile = "");

        File.WriteAllText(site.DownFile, "");
        site.Clock.Advance(Poll);

        Assert.AreEqual(HttpStatusCode.OK, await Ask(site));
    }

    private async Task<HttpStatusCode> Ask(MaintainedSite site)
    {
        using var response = await site.Client.GetAsync("/anything", TestContext.CancellationToken);
        return response.StatusCode;
    }
}
