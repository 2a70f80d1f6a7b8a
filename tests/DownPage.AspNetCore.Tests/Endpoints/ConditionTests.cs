using System.Net;

namespace DownPage.AspNetCore.Tests.Endpoints;

/// <summary>Two operators do not undo each other's change without being told.</summary>
[TestClass]
public sealed class ConditionTests
{
    [TestMethod]
    public async Task IfMatch_OfAStateThatIsOver_IsRefusedWithWhatHolds()
    {
        await using var site = await OperatorSite.StartAsync();
        var seen = await site.AskAsync("GET");
        await site.AskAsync("PUT", json: """{"message":"of the other"}""");

        foreach (var method in new[] { "PUT", "PATCH", "DELETE" })
        {
            var late = await site.AskAsync(method, change: OperatorSite.With("If-Match", seen.ETag));
            Assert.AreEqual(HttpStatusCode.PreconditionFailed, late.Status, method);
            Assert.AreEqual("DP0608", late.Code);
            var current = late.Json.GetProperty("current");
            Assert.AreEqual("of the other", current.GetProperty("message").GetString());
            Assert.AreEqual($"\"{current.GetProperty("revision").GetString()}\"", late.ETag);
            var again = await site.AskAsync("GET");
            Assert.AreEqual(late.ETag, again.ETag);
        }
    }

    [TestMethod]
    [DataRow("{0}")]
    [DataRow("*")]
    [DataRow("\"other\", {0}")]
    public async Task IfMatch_OfTheState_IsTaken(string header)
    {
        await using var site = await OperatorSite.StartAsync();
        var seen = await site.AskAsync("PUT");

        var changed = await site.AskAsync("PATCH", json: """{"message":"x"}""", change: OperatorSite.With(
            "If-Match", header.Replace("{0}", seen.ETag, StringComparison.Ordinal)));

        Assert.AreEqual(HttpStatusCode.OK, changed.Status);
        Assert.AreNotEqual(seen.ETag, changed.ETag);
    }

    [TestMethod]
    public async Task IfMatch_Weak_NeverMatches()
    {
        await using var site = await OperatorSite.StartAsync();

        var refused = await site.AskAsync("PUT", change: OperatorSite.With("If-Match", "W/\"none\""));

        Assert.AreEqual(HttpStatusCode.PreconditionFailed, refused.Status);
    }

    [TestMethod]
    [DataRow("If-Match", "none")]
    [DataRow("If-Match", "\"")]
    [DataRow("If-Match", "\"a\" \"b\"")]
    [DataRow("If-None-Match", "\"none\"")]
    public async Task Condition_ThatCannotBeRead_IsRefused(string header, string value)
    {
        await using var site = await OperatorSite.StartAsync();

        var refused = await site.AskAsync("PUT", change: OperatorSite.With(header, value));

        Assert.AreEqual(HttpStatusCode.BadRequest, refused.Status);
        Assert.AreEqual("DP0607", refused.Code);
        Assert.IsFalse(site.Maintenance.Current.IsDown);
    }

    [TestMethod]
    public async Task IfNoneMatch_OfASiteThatIsDown_IsRefusedAndOfOneThatIsUpTaken()
    {
        await using var site = await OperatorSite.StartAsync();
        var anyhow = OperatorSite.With("If-None-Match", "*");

        var first = await site.AskAsync("PUT", json: """{"for":"10m"}""", change: anyhow);
        var second = await site.AskAsync("PUT", change: anyhow);
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        var third = await site.AskAsync("PUT", change: anyhow);
        var other = await site.AskAsync("DELETE", change: anyhow);

        Assert.AreEqual(HttpStatusCode.OK, first.Status);
        Assert.AreEqual(HttpStatusCode.PreconditionFailed, second.Status);
        Assert.AreEqual(HttpStatusCode.OK, third.Status);
        Assert.AreEqual(HttpStatusCode.BadRequest, other.Status);
    }

    [TestMethod]
    public async Task Get_OfAStateThatIsOver_IsNeverAnsweredByNotModified()
    {
        await using var site = await OperatorSite.StartAsync();
        var seen = await site.AskAsync("GET");

        var again = await site.AskAsync("GET", change: OperatorSite.With("If-None-Match", seen.ETag));

        Assert.AreEqual(HttpStatusCode.OK, again.Status);
    }
}
