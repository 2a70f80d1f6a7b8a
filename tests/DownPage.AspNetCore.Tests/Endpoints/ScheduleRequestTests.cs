using System.Net;

namespace DownPage.AspNetCore.Tests.Endpoints;

/// <summary>Windows come and go.</summary>
[TestClass]
public sealed class ScheduleRequestTests
{
    private const string Backup = """
        {"name":"backup","days":["sunday"],"time":"03:00","duration":"30m","timeZone":"Europe/Berlin","reason":"weekly"}
        """;

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public async Task Post_OfAWindow_IsListedAndRemoved()
    {
        await using var site = await OperatorSite.StartAsync();

        var made = await site.AskAsync("POST", "/schedule", Backup);
        var listed = await site.AskAsync("GET", "/schedule");
        var removed = await site.AskAsync("DELETE", "/schedule/BACKUP", """{"reason":"no more"}""");
        var left = await site.AskAsync("GET", "/schedule");

        Assert.AreEqual(HttpStatusCode.Created, made.Status);
        Assert.AreEqual("/maintenance-mode/schedule/backup", made.Headers["Location"]);
        Assert.AreEqual(made.ETag, listed.ETag);
        var window = listed.Json.GetProperty("windows")[0];
        Assert.AreEqual("backup", window.GetProperty("definition").GetProperty("name").GetString());
        Assert.IsFalse(window.GetProperty("definition").TryGetProperty("reason", out _));
        Assert.AreEqual("2026-11-22T02:00:00+00:00", window.GetProperty("start").GetString());
        Assert.AreEqual(HttpStatusCode.OK, removed.Status);
        Assert.AreEqual(0, left.Json.GetProperty("windows").GetArrayLength());
        Assert.AreEqual("\"none\"", removed.ETag);
        var history = (await site.AskAsync("GET", "/history")).Json.GetProperty("entries");
        Assert.AreEqual("schedule-remove", history[0].GetProperty("action").GetString());
        Assert.AreEqual("no more", history[0].GetProperty("reason").GetString());
        Assert.AreEqual("weekly", history[1].GetProperty("reason").GetString());
        Assert.AreEqual("anna", history[1].GetProperty("actor").GetString());
    }

    [TestMethod]
    [DataRow("""{"days":["sunday"],"time":"03:00","duration":"30m"}""", "name is missing")]
    [DataRow("""{"name":" ","days":["sunday"],"time":"03:00","duration":"30m"}""", "name is missing")]
    [DataRow("""{"name":"..","days":["sunday"],"time":"03:00","duration":"30m"}""", "name is missing")]
    [DataRow("""{"name":"a\nb","days":["sunday"],"time":"03:00","duration":"30m"}""", "name has a control character")]
    [DataRow("""{"name":"a","days":["sonntag"],"time":"03:00","duration":"30m"}""", "days[0] is \"sonntag\"")]
    [DataRow("""{"name":"a","days":["sunday"],"time":"25:00","duration":"30m"}""", "time is \"25:00\"")]
    [DataRow("""{"name":"a","days":["sunday"],"time":"03:00"}""", "Duration is missing")]
    [DataRow("""{"name":"a","start":"2026-11-28T22:00","end":"2026-11-28T21:00"}""", "End is '2026-11-28T21:00'")]
    [DataRow("""{"name":"a","days":["sunday"],"time":"03:00","duration":"30m","zone":"x"}""", "zone is no member")]
    [DataRow("""{"name":"a","days":["sunday"],"time":"03:00","duration":"30m","scopes":["x"]}""", "scopes")]
    [DataRow("""{"name":"a","days":["sunday"],"time":"03:00","duration":"30m","reason":7}""", "reason is 7")]
    public async Task Post_OfAWindowThatCannotBe_IsTold(string body, string expected)
    {
        await using var site = await OperatorSite.StartAsync();

        var refused = await site.AskAsync("POST", "/schedule", body);

        Assert.AreEqual(HttpStatusCode.BadRequest, refused.Status);
        Assert.AreEqual("DP0603", refused.Code);
        Assert.Contains(expected, refused.Detail);
        Assert.IsFalse(File.Exists(site.DownFile));
    }

    [TestMethod]
    public async Task Post_OfANameThatIsTaken_AndDeleteOfOneThatIsNot_AreRefused()
    {
        await using var site = await OperatorSite.StartAsync();
        await site.AskAsync("POST", "/schedule", Backup);

        var twice = await site.AskAsync("POST", "/schedule", Backup);
        var missing = await site.AskAsync("DELETE", "/schedule/other");

        Assert.AreEqual((HttpStatusCode.Conflict, "DP0611"), (twice.Status, twice.Code));
        Assert.AreEqual((HttpStatusCode.NotFound, "DP0612"), (missing.Status, missing.Code));
    }

    [TestMethod]
    [DataRow("a b")]
    [DataRow("a/b")]
    [DataRow("100%")]
    [DataRow("?#&")]
    [DataRow("Übung+1")]
    public async Task Delete_OfAWindowWithAnOddName_RemovesIt(string name)
    {
        await using var site = await OperatorSite.StartAsync();
        var made = await site.AskAsync("POST", "/schedule", Backup.Replace("backup", name, StringComparison.Ordinal));

        var removed = await site.AskAsync("DELETE", made.Headers["Location"][OperatorSite.Address.Length..]);

        Assert.AreEqual(HttpStatusCode.OK, removed.Status);
    }

    [TestMethod]
    public async Task Post_BeyondAThousandWindows_IsRefused()
    {
        await using var site = await OperatorSite.StartAsync();
        var windows = Enumerable.Range(0, 1000).Select(number =>
            $$"""{"name":"{{number}}","days":["sunday"],"time":"03:00","duration":"30m"}""");
        await File.WriteAllTextAsync(
            site.DownFile, $$"""{"down":false,"windows":[{{string.Join(",", windows)}}]}""", TestContext.CancellationToken);

        var refused = await site.AskAsync("POST", "/schedule", Backup);

        Assert.AreEqual("DP0603", refused.Code);
        Assert.Contains("1,000 windows", refused.Detail);
    }

    [TestMethod]
    [DataRow("?most=1", 1)]
    [DataRow("", 3)]
    [DataRow("?most=500", 3)]
    public async Task History_OfSoMany_IsTheYoungest(string query, int count)
    {
        await using var site = await OperatorSite.StartAsync();
        await site.AskAsync("PUT");
        await site.AskAsync("PATCH", json: """{"message":"x"}""");
        await site.AskAsync("DELETE");

        var history = (await site.AskAsync("GET", "/history" + query)).Json.GetProperty("entries");

        Assert.AreEqual(count, history.GetArrayLength());
        Assert.AreEqual("up", history[0].GetProperty("action").GetString());
    }

    [TestMethod]
    [DataRow("?most=0")]
    [DataRow("?most=501")]
    [DataRow("?most=-1")]
    [DataRow("?most=many")]
    [DataRow("?most=1&most=2")]
    [DataRow("?last=1")]
    public async Task History_OfAQueryThatCannotBe_IsRefused(string query)
    {
        await using var site = await OperatorSite.StartAsync();

        var refused = await site.AskAsync("GET", "/history" + query);

        Assert.AreEqual((HttpStatusCode.BadRequest, "DP0603"), (refused.Status, refused.Code));
    }
}
