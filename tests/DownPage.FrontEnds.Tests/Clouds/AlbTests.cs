using System.Net;
using System.Text.Json.Nodes;

namespace DownPage.FrontEnds.Tests.Clouds;

[TestClass]
public sealed class AlbTests
{
    private static readonly string LongPage = CloudSite.Sized(5_000);

    [TestMethod]
    public void Write_PageOfAFewCharacters_IsItself()
    {
        var (type, body) = Response(CloudSite.With(CloudSite.Page));

        Assert.AreEqual("text/html", type);
        Assert.AreEqual(CloudSite.Page, body);
    }

    [TestMethod]
    public void Write_LongPage_IsItsTextInALittleMarkup()
    {
        var (type, body) = Response(CloudSite.With(LongPage, "Bald zurück\n\nWir <ziehen> um & kommen wieder.\n"));

        Assert.AreEqual("text/html", type);
        Assert.StartsWith("<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\">", body);
        Assert.Contains("Wir <ziehen> um & kommen wieder.</pre>", WebUtility.HtmlDecode(body));
        Assert.Contains("&lt;ziehen&gt; um &amp; ", body);
        Assert.DoesNotContain("<ziehen>", body);
        Assert.IsLessThanOrEqualTo(1_024, body.Length);
    }

    [TestMethod]
    [DataRow('x', 1_024, "text/plain", DisplayName = "ASCII, to the last character")]
    [DataRow('x', 900, "text/plain", DisplayName = "ASCII")]
    [DataRow('世', 900, "text/html", DisplayName = "with letters that need a charset")]
    public void Write_TextThatFillsIt_IsWhole(char letter, int length, string expected)
    {
        var text = new string(letter, length);

        var (type, body) = Response(CloudSite.With(LongPage, text));

        Assert.AreEqual(expected, type);
        Assert.Contains(text, WebUtility.HtmlDecode(body));
        Assert.IsLessThanOrEqualTo(1_024, body.Length);
        Assert.AreEqual(expected == "text/html", body.Contains("charset=\"utf-8\"", StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow('x', 1_025, "1,025 characters", DisplayName = "ASCII")]
    [DataRow('世', 1_000, "characters", DisplayName = "with letters that need a charset")]
    public void Write_TextThatIsTooLong_IsRefusedNotCut(char letter, int length, string size)
    {
        var refused = CloudSite.Refused("alb", CloudSite.With(LongPage, new string(letter, length)));

        Assert.AreEqual("DP0709", refused.Code);
        Assert.Contains(size, refused.Message);
        Assert.Contains("takes 1,024.", refused.Message);
    }

    [TestMethod]
    public void Write_LongPageWithoutText_IsRefused()
    {
        var refused = CloudSite.Refused("alb", CloudSite.With(LongPage, text: null));

        Assert.AreEqual("DP0709", refused.Code);
        Assert.Contains("no plain text", refused.Message);
    }

    [TestMethod]
    public void Write_WhoGetsThrough_AreConditionsOfAtMostThreeValues()
    {
        var options = new FrontEndOptions
        {
            Servers = ["alb"],
            Allow = ["203.0.113.7", "10.0.0.0/8", "192.0.2.0/24", "2001:db8::/32"],
            Bypass = ["/healthz", "/api/hooks/*"],
        };

        var files = CloudSite.Files("alb", options: options);

        var conditions = files.Where(file => file.Key.StartsWith("alb/pass-", StringComparison.Ordinal))
            .Select(file => JsonNode.Parse(file.Value)!.AsArray().Single()!).ToList();
        Assert.AreEqual(
            "http-header path-pattern path-pattern source-ip source-ip",
            string.Join(' ', conditions.Select(condition => (string)condition["Field"]!)));
        Assert.AreEqual("Cookie", (string)conditions[0]["HttpHeaderConfig"]!["HttpHeaderName"]!);
        Assert.AreEqual("""["/_downpage/pass","/maintenance-mode","/maintenance-mode/*"]""", Values(conditions[1], "PathPatternConfig"));
        Assert.AreEqual("""["/healthz","/api/hooks","/api/hooks/*"]""", Values(conditions[2], "PathPatternConfig"));
        Assert.AreEqual("""["203.0.113.7/32","10.0.0.0/8","192.0.2.0/24"]""", Values(conditions[3], "SourceIpConfig"));
        Assert.AreEqual("""["2001:db8::/32"]""", Values(conditions[4], "SourceIpConfig"));
    }

    [TestMethod]
    [DataRow("/a*b", DisplayName = "a wildcard")]
    [DataRow("/prüfung", DisplayName = "a letter beyond ASCII")]
    [DataRow("/a b", DisplayName = "a blank")]
    public void Write_PathThatIsNoPattern_IsRefused(string path)
    {
        var refused = CloudSite.Refused("alb", options: new FrontEndOptions { Servers = ["alb"], Bypass = [path] });

        Assert.AreEqual("DP0703", refused.Code);
        Assert.Contains($"'{path}'", refused.Message);
    }

    private static (string Type, string Body) Response(BuiltSite built)
    {
        var action = CloudSite.Json("alb", "alb/fixed-response.json", built).AsArray().Single()!;
        Assert.AreEqual("fixed-response", (string)action["Type"]!);
        var response = action["FixedResponseConfig"]!;
        Assert.AreEqual("503", (string)response["StatusCode"]!);
        return ((string)response["ContentType"]!, (string)response["MessageBody"]!);
    }

    private static string Values(JsonNode condition, string member) => condition[member]!["Values"]!.ToJsonString();
}
