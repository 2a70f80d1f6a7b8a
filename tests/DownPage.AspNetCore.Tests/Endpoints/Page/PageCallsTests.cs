using System.Text;
using DownPage.AspNetCore.Endpoints;
using DownPage.AspNetCore.Endpoints.Page;
using DownPage.Status;

namespace DownPage.AspNetCore.Tests.Endpoints.Page;

[TestClass]
public sealed class PageCallsTests
{
    private static readonly StatusDocument Shown = SamplePage.Down with
    {
        Message = "Back soon.",
        Reason = "move",
        Scopes = ["path:/a"],
        RetryAfter = TimeSpan.FromMinutes(10),
    };

    private static readonly string[] AsShown =
        ["message=Back soon.", "reason=move", "mode=full", "scopes=path:/a", "retryAfter=00:10:00"];

    [TestMethod]
    [DataRow("", """{}""")]
    [DataRow("for=20m|message= a \r\n b |reason=move", """{"for":"20m","message":"a \n b","reason":"move"}""")]
    [DataRow("for=until|until=2026-11-22T06:00", """{"until":"2026-11-22T06:00Z"}""")]
    [DataRow("for=until|until=2026-11-22T06:00\u002B01:00", """{"until":"2026-11-22T06:00\u002B01:00"}""")]
    [DataRow("for=until|until=tomorrow", """{"until":"tomorrow"}""", DisplayName = "refused there, by name")]
    [DataRow("for=forever|until=", """{"forever":true}""")]
    [DataRow(
        "scopes=path:/a\r\npath:/b|allowNetworks=10.0.0.1, ::1|mode=readOnly|redirectTo=/x|retryAfter=5m",
        """{"mode":"readOnly","redirectTo":"/x","retryAfter":"5m","scopes":["path:/a","path:/b"],"allowNetworks":["10.0.0.1","::1"]}""")]
    public void Down_OfFields_AsksForWhatWasFilledIn(string fields, string body)
    {
        var call = PageCalls.Of(Form("down", fields.Split('|')), SamplePage.Up, "anna");

        Assert.AreEqual("PUT", call?.Method);
        Assert.AreEqual("\"rev\"", call?.IfMatch);
        Assert.AreEqual("anna", call?.User);
        Assert.AreEqual("page", call?.Source);
        Assert.AreEqual(body, BodyOf(call));
    }

    [TestMethod]
    [DataRow("", """{}""", DisplayName = "as it is shown")]
    [DataRow("message=Soon.", """{"message":"Soon."}""")]
    [DataRow("message=|reason=", """{"message":"","reason":""}""", DisplayName = "emptied")]
    [DataRow("retryAfter=", """{"retryAfter":"0s"}""", DisplayName = "emptied, no header")]
    [DataRow("scopes=", """{"scopes":[]}""", DisplayName = "the whole site")]
    [DataRow("mode=readOnly|allowNetworks=::1|for=2h", """{"for":"2h","mode":"readOnly","allowNetworks":["::1"]}""")]
    public void Update_OfFields_AsksForWhatDiffers(string fields, string body)
    {
        var call = PageCalls.Of(Form("update", [.. AsShown, .. fields.Split('|')]), Shown, "anna");

        Assert.AreEqual("PATCH", call?.Method);
        Assert.AreEqual(body, BodyOf(call));
    }

    [TestMethod]
    [DataRow("extend", "by=10m", "PATCH", "", """{"extend":"10m"}""")]
    [DataRow("up", "reason=done|actor=ben", "DELETE", "", """{"reason":"done","actor":"ben"}""")]
    [DataRow("up", "", "DELETE", "", "{}")]
    [DataRow("schedule-remove", "name=a/b c?ä", "DELETE", "/schedule/a%2Fb%20c%3F%C3%A4", "")]
    [DataRow(
        "schedule-add",
        "name=move|start=2026-11-28T22:00|duration=2h|timeZone=Europe/Berlin|time=|scopes=path:/a",
        "POST",
        "/schedule",
        """{"name":"move","start":"2026-11-28T22:00","duration":"2h","timeZone":"Europe/Berlin","scopes":["path:/a"]}""")]
    [DataRow(
        "schedule-add",
        "name=b|time=03:00|days=sunday|days=monday|daysOfMonth=1, -1|actor=ben",
        "POST",
        "/schedule",
        """{"name":"b","time":"03:00","days":["sunday","monday"],"daysOfMonth":[1,-1],"actor":"ben"}""")]
    [DataRow("schedule-add", "daysOfMonth=1 last", "POST", "/schedule", """{"daysOfMonth":["1 last"]}""")]
    public void Other_OfFields_IsTheCallOfAProgram(string action, string fields, string method, string path, string body)
    {
        var call = PageCalls.Of(Form(action, fields.Split('|')), Shown, null);

        Assert.AreEqual(method, call?.Method);
        Assert.AreEqual(path, call?.Path);
        Assert.AreEqual(body, BodyOf(call));
    }

    [TestMethod]
    [DataRow("restore")]
    [DataRow("")]
    [DataRow("DOWN")]
    public void Call_OfAFormThatIsNotThePages_IsNone(string action)
        => Assert.IsNull(PageCalls.Of(Form(action), SamplePage.Up, "anna"));

    [TestMethod]
    public void Call_WithoutARevision_MatchesNothing()
    {
        var call = PageCalls.Of(
            new PageForm(new Dictionary<string, string[]> { ["action"] = ["up"] }), SamplePage.Up, "anna");

        Assert.AreEqual("\"not said\"", call?.IfMatch);
    }

    private static string? BodyOf(OperatorCall? call)
        => call is null ? null : Encoding.UTF8.GetString(call.Body.Span);

    private static PageForm Form(string action, params string[] fields)
    {
        var sent = new Dictionary<string, string[]> { ["action"] = [action], ["revision"] = ["rev"] };
        foreach (var field in fields.Where(field => field.Length > 0))
        {
            var (name, value) = (field.Split('=')[0], field[(field.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            sent[name] = name == "days" && sent.TryGetValue(name, out var before) ? [.. before, value] : [value];
        }

        return new PageForm(sent);
    }
}
