using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DownPage.FrontEnds.Tests.Clouds;

[TestClass]
public sealed class WafTests
{
    private static readonly FrontEndOptions Options = new()
    {
        Servers = ["waf"],
        Allow = ["203.0.113.7", "2001:db8::/32"],
        Bypass = ["/Healthz", "/api/v1.0/*"],
        RetryAfter = 600,
        Headers = [new("X-Frame-Options", "DENY")],
    };

    [TestMethod]
    public void Write_Response_IsThePageAs503WithItsHeaders()
    {
        var bodies = CloudSite.Json("waf", "waf/custom-response-bodies.json", options: Options);
        var response = Rule()["Action"]!["Block"]!["CustomResponse"]!;

        var body = bodies[(string)response["CustomResponseBodyKey"]!]!;
        Assert.AreEqual(CloudSite.Page, (string)body["Content"]!);
        Assert.AreEqual("TEXT_HTML", (string)body["ContentType"]!);
        Assert.AreEqual(503, (int)response["ResponseCode"]!);
        Assert.AreEqual(
            "Retry-After: 600, Cache-Control: no-store, X-Robots-Tag: noindex, X-Frame-Options: DENY",
            string.Join(", ", response["ResponseHeaders"]!.AsArray()
                .Select(header => $"{header!["Name"]}: {header["Value"]}")));
    }

    [TestMethod]
    [DataRow("/healthz", true)]
    [DataRow("/healthz/", false)]
    [DataRow("/healthzz", false)]
    [DataRow("/_downpage/pass", true)]
    [DataRow("/api/v1.0", true)]
    [DataRow("/api/v1.0/users/7", true)]
    [DataRow("/api/v1.0users", false)]
    [DataRow("/api/v1x0", false)]
    [DataRow("/x/api/v1.0", false)]
    [DataRow("/", false)]
    public void Write_Paths_PassByWholeSegments(string lowered, bool passes)
        => Assert.AreEqual(passes, Regexes("UriPath").Any(regex => Regex.IsMatch(lowered, regex)));

    [TestMethod]
    [DataRow("__Host-downpage-pass=a", true)]
    [DataRow("a=b; downpage-pass=c", true)]
    [DataRow("a=b;__Secure-downpage-pass=c", true)]
    [DataRow("xdownpage-pass=a", false)]
    [DataRow("a=downpage-pass", false)]
    public void Write_Cookie_PassesByItsName(string cookie, bool passes)
        => Assert.AreEqual(passes, Regexes("SingleHeader").Any(regex => Regex.IsMatch(cookie, regex)));

    [TestMethod]
    public void Write_Networks_AreSetsByTheirProtocol()
    {
        var files = CloudSite.Files("waf", options: Options);

        Assert.AreEqual("""["203.0.113.7/32"]""", JsonNode.Parse(files["waf/addresses-ipv4.json"])!.ToJsonString());
        Assert.AreEqual("""["2001:db8::/32"]""", JsonNode.Parse(files["waf/addresses-ipv6.json"])!.ToJsonString());
        Assert.AreEqual("PUT-HERE-THE-ARN-OF-THE-IPV4-SET PUT-HERE-THE-ARN-OF-THE-IPV6-SET",
            string.Join(' ', Statements()
            .Select(statement => (string?)statement["IPSetReferenceStatement"]?["ARN"]).OfType<string>()));
        Assert.HasCount(2, CloudSite.Files("waf"));
    }

    [TestMethod]
    public void Write_PathThatIsTooLong_IsRefused()
    {
        var options = new FrontEndOptions { Servers = ["waf"], Bypass = ["/" + new string('a', 510)] };

        Assert.AreEqual("DP0703", CloudSite.Refused("waf", options: options).Code);
    }

    private static JsonNode Rule() => CloudSite.Json("waf", "waf/rule.json", options: Options);

    private static IEnumerable<JsonNode> Statements()
        => Rule()["Statement"]!["NotStatement"]!["Statement"]!["OrStatement"]!["Statements"]!
            .AsArray().OfType<JsonNode>();

    private static IEnumerable<string> Regexes(string field) => Statements()
        .Select(statement => statement["RegexMatchStatement"])
        .Where(match => match?["FieldToMatch"]?[field] is not null)
        .Select(match => (string)match!["RegexString"]!);
}
