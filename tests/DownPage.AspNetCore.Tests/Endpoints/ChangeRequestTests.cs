using System.Net;
using DownPage.AspNetCore.Tests.Operations;

namespace DownPage.AspNetCore.Tests.Endpoints;

/// <summary>Down, change, up.</summary>
[TestClass]
public sealed class ChangeRequestTests
{
    private static readonly string[] Everything = ["down", "update", "extend", "up"];

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public async Task PutPatchDelete_OfASite_AreSeenByVisitorsAndKept()
    {
        await using var site = await OperatorSite.StartAsync();
        using var measured = new Measurements(site.Services);

        var down = await site.AskAsync("PUT", json: """{"message":"Back soon.","for":"20m","reason":"release 7"}""");
        var shop = await site.Client.GetBodyAsync("/shop");
        var changed = await site.AskAsync("PATCH", json: """{"message":"Sooner.","statusCode":500}""");
        var longer = await site.AskAsync("PATCH", json: """{"extend":"10m"}""");
        var up = await site.AskAsync("DELETE", json: """{"reason":"done"}""");
        var shopAgain = await site.Client.GetBodyAsync("/shop");

        Assert.AreEqual((HttpStatusCode.OK, true), (down.Status, down.Down));
        Assert.AreEqual("2026-11-21T12:20:00+00:00", down.Member("until"));
        Assert.AreEqual("anna", down.Member("actor"));
        Assert.Contains("Back soon.", shop);
        Assert.AreEqual("Sooner.", changed.Member("message"));
        Assert.AreEqual("500", changed.Member("statusCode"));
        Assert.AreEqual("2026-11-21T12:30:00+00:00", longer.Member("until"));
        Assert.AreEqual("Sooner.", longer.Member("message"));
        Assert.IsFalse(up.Down);
        Assert.AreEqual("\"none\"", up.ETag);
        Assert.AreEqual("shop", shopAgain);

        var history = (await site.AskAsync("GET", "/history")).Json.GetProperty("entries").EnumerateArray().Reverse()
            .ToArray();
        CollectionAssert.AreEqual(Everything, history.Select(entry => entry.GetProperty("action").GetString()).ToArray());
        Assert.IsTrue(history.All(entry => entry.GetProperty("actor").GetString() == "anna"
            && entry.GetProperty("source").GetString() == "endpoint"));
        Assert.AreEqual("release 7", history[0].GetProperty("reason").GetString());
        Assert.AreEqual("done", history[3].GetProperty("reason").GetString());
        Assert.HasCount(4, site.Log.Of("StateChanged"));
        Assert.Contains("downpage.maintenance.changes 1 action=extend source=endpoint", measured.All);
    }

    [TestMethod]
    [DataRow("", "anna")]
    [DataRow("""{"actor":"deploy"}""", "anna (deploy)")]
    [DataRow("""{"actor":"anna"}""", "anna")]
    [DataRow("""{"actor":"  "}""", "anna")]
    public async Task Actor_OfAChange_IsTheUser(string body, string actor)
    {
        await using var site = await OperatorSite.StartAsync();

        var down = await site.AskAsync("PUT", json: body);

        Assert.AreEqual(actor, down.Member("actor"));
    }

    [TestMethod]
    public async Task Put_OfASiteThatIsDown_ReplacesWhatWasAskedFor()
    {
        await using var site = await OperatorSite.StartAsync();
        await site.AskAsync("PUT", json: """{"message":"First.","until":"2026-11-21T13:00:00Z"}""");

        var second = await site.AskAsync("PUT");

        Assert.IsTrue(second.Down);
        Assert.IsNull(second.Member("message"));
        Assert.IsNull(second.Member("until"));
    }

    [TestMethod]
    public async Task Patch_WithForever_TakesTheEndAway()
    {
        await using var site = await OperatorSite.StartAsync();
        await site.AskAsync("PUT", json: """{"for":"1h","message":"Stays."}""");

        var forever = await site.AskAsync("PATCH", json: """{"forever":true}""");

        Assert.IsNull(forever.Member("until"));
        Assert.AreEqual("Stays.", forever.Member("message"));
    }

    [TestMethod]
    public async Task Patch_WithExtendAndAMessage_DoesBothInOneChange()
    {
        await using var site = await OperatorSite.StartAsync();
        await site.AskAsync("PUT", json: """{"for":"1h"}""");

        var both = await site.AskAsync("PATCH", json: """{"extend":"30m","message":"Longer."}""");

        Assert.AreEqual("2026-11-21T13:30:00+00:00", both.Member("until"));
        Assert.AreEqual("Longer.", both.Member("message"));
        Assert.AreEqual(2, (await site.AskAsync("GET", "/history")).Json.GetProperty("entries").GetArrayLength());
    }

    [TestMethod]
    public async Task Delete_OfASiteThatIsUp_ChangesNothing()
    {
        await using var site = await OperatorSite.StartAsync();
        await site.AskAsync("POST", "/schedule", """{"name":"w","days":["monday"],"time":"03:00","duration":"30m"}""");

        var first = await site.AskAsync("DELETE");
        var second = await site.AskAsync("DELETE");

        Assert.AreEqual(HttpStatusCode.OK, second.Status);
        Assert.AreEqual(first.ETag, second.ETag);
        Assert.AreEqual(1, (await site.AskAsync("GET", "/history")).Json.GetProperty("entries").GetArrayLength());
    }

    [TestMethod]
    public async Task Delete_WithinAWindow_LiftsIt()
    {
        await using var site = await OperatorSite.StartAsync(options => options.Windows.Add(
            new MaintenanceWindowOptions { Start = "2026-11-21T11:00", End = "2026-11-21T13:00" }));
        Assert.IsTrue((await site.AskAsync("GET")).Down);

        var up = await site.AskAsync("DELETE");

        Assert.IsFalse(up.Down);
        Assert.AreEqual("shop", await site.Client.GetStringAsync("/shop", TestContext.CancellationToken));
    }

    [TestMethod]
    public async Task Patch_OfASiteThatIsUp_IsRefused()
    {
        await using var site = await OperatorSite.StartAsync();

        var refused = await site.AskAsync("PATCH", json: """{"message":"x"}""");

        Assert.AreEqual(HttpStatusCode.Conflict, refused.Status);
        Assert.AreEqual("DP0610", refused.Code);
    }

    [TestMethod]
    [DataRow("PUT")]
    [DataRow("DELETE")]
    public async Task Change_WhereTheConfigurationDecides_IsRefused(string method)
    {
        await using var site = await OperatorSite.StartAsync(options => options.Enabled = true);

        var refused = await site.AskAsync(method);

        Assert.AreEqual(HttpStatusCode.Conflict, refused.Status);
        Assert.AreEqual("DP0609", refused.Code);
        Assert.Contains("MaintenanceMode:Enabled", refused.Detail);
    }

    [TestMethod]
    public async Task Change_WithoutADownFile_SaysSo()
    {
        await using var site = await OperatorSite.StartAsync(options => options.DownFile = "");

        var refused = await site.AskAsync("PUT");

        Assert.AreEqual(HttpStatusCode.Conflict, refused.Status);
        Assert.AreEqual("DP0619", refused.Code);
    }

    [TestMethod]
    public async Task Change_ThatCannotBeWritten_Is503WithThePath()
    {
        await using var site = await OperatorSite.StartAsync();
        Directory.CreateDirectory(site.DownFile);

        var refused = await site.AskAsync("PUT");

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.AreEqual("DP0616", refused.Code);
        Assert.Contains("maintenance.json", refused.Detail);
    }
}
