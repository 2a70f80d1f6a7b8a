using DownPage.AspNetCore.Answers;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Tests.Answers;

[TestClass]
public sealed class RedirectTargetTests
{
    [TestMethod]
    [DataRow("/status", "/status")]
    [DataRow("/status?a=b#c", "/status?a=b#c")]
    [DataRow("/straße/ä", "/stra%C3%9Fe/%C3%A4")]
    [DataRow("/a/../status", "/status")]
    [DataRow("https://status.example.org", "https://status.example.org/")]
    [DataRow("http://status.example.org:8080/a", "http://status.example.org:8080/a")]
    [DataRow("https://stätus.example.org/ä#ä", "https://xn--sttus-hra.example.org/%C3%A4#%C3%A4")]
    [DataRow("https://[::1]:8443/a", "https://[::1]:8443/a")]
    [DataRow("HTTPS://Status.Example.org/A", "https://status.example.org/A")]
    public void TryParse_Good_IsTheLocation(string value, string expected)
        => Assert.AreEqual(expected, RedirectTarget.TryParse(value, out _)?.LocationFor(Request("/orders")));

    [TestMethod]
    [DataRow(null)]
    [DataRow("")]
    [DataRow("/", DisplayName = "down itself")]
    [DataRow("/?a", DisplayName = "down itself, with a query")]
    [DataRow("status", DisplayName = "no slash")]
    [DataRow("//evil.example")]
    [DataRow("/\\evil.example")]
    [DataRow("\\\\evil.example")]
    [DataRow("/.//evil.example", DisplayName = "names a host when put in order")]
    [DataRow("/a/..//evil.example")]
    [DataRow("///evil.example")]
    [DataRow("/\t/evil.example", DisplayName = "browsers take tabs out")]
    [DataRow("/sta tus")]
    [DataRow("/status\r\nSet-Cookie: a=b")]
    [DataRow("javascript:alert(1)")]
    [DataRow("data:text/html,x")]
    [DataRow("ftp://example.org/")]
    [DataRow("file:///etc/passwd")]
    [DataRow("https://user:password@example.org/")]
    [DataRow("https:///nohost")]
    [DataRow("https:evil.example")]
    public void TryParse_Bad_IsRefused(string? value)
    {
        var target = RedirectTarget.TryParse(value, out var why);

        Assert.IsNull(target, $"It would send to {target?.LocationFor(Request("/orders"))}.");
        Assert.Contains("absolute http or https address", why);
    }

    [TestMethod]
    [DataRow("/status", "/status")]
    [DataRow("/status", "/STATUS/")]
    [DataRow("/status/", "/status")]
    [DataRow("/status?a", "/status/now")]
    [DataRow("/stra%C3%9Fe", "/straße")]
    [DataRow("https://shop.example/status", "/status")]
    [DataRow("https://SHOP.example/status", "/status/a")]
    [DataRow("https://shop.example/", "/orders", DisplayName = "all of the own site")]
    public void LocationFor_TheTarget_IsNone(string target, string path)
        => Assert.IsNull(RedirectTarget.TryParse(target, out _)?.LocationFor(Request(path)));

    [TestMethod]
    [DataRow("/status", "/statuses")]
    [DataRow("https://shop.example/status", "/statuses")]
    [DataRow("https://other.example/status", "/status")]
    public void LocationFor_AnotherPage_IsTheTarget(string target, string path)
        => Assert.AreEqual(target, RedirectTarget.TryParse(target, out _)?.LocationFor(Request(path)));

    [TestMethod]
    [DataRow("/shop", "/shop/status")]
    [DataRow("/grün", "/gr%C3%BCn/status")]
    [DataRow("/shop/", "/shop/status")]
    [DataRow("//evil.example", "/status", DisplayName = "a base that is a host")]
    public void LocationFor_PathBase_IsBefore(string pathBase, string expected)
    {
        var request = Request("/orders");
        request.PathBase = pathBase;

        Assert.AreEqual(expected, RedirectTarget.TryParse("/status", out _)?.LocationFor(request));
    }

    [TestMethod]
    public void TryParse_AnyText_LeadsToTheSiteOrWhereItSays()
    {
        string[] pieces =
        [
            "/", "//", "\\", ".", "..", "https:", "http:", "javascript:", "evil.example", "@", ":", "?", "#", "%2f",
            "%5c", " ", "\t", "\0", "ä", "[", "]", "::1", "xn--", "a", "status", "_", "\u200D", "\u3002", "\uD83D",
        ];
        var texts = Gen.Elements(pieces).ListOf().Select(all => string.Concat(all)).ToArbitrary();

        Check.One(HeaderCases.Many, Prop.ForAll(texts, IsSafe));
        Check.One(HeaderCases.Many, Prop.ForAll(texts, text => IsOrigin(CorsOrigins.Normalize(text))));
    }

    private static bool IsOrigin(string? origin)
        => origin is null || (origin.Contains("://", StringComparison.Ordinal) && origin.All(char.IsAscii));

    private static bool IsSafe(string text)
        => RedirectTarget.TryParse(text, out _)?.LocationFor(Request("/orders")) is not { } location
            || (location.All(letter => letter is > ' ' and <= '~') && GoesWhereItSays(text, location));

    /// <summary>
    /// Where a browser goes: to the own host for what begins with "/", else to the host that is written.
    /// </summary>
    private static bool GoesWhereItSays(string text, string location)
        => text[0] == '/'
            ? location is ['/', not ('/' or '\\'), ..]
                && new Uri(new Uri("https://shop.example"), location).Host == "shop.example"
            : text.StartsWith("http", StringComparison.Ordinal) && location.StartsWith("http", StringComparison.Ordinal);

    private static HttpRequest Request(string path)
    {
        var request = new DefaultHttpContext().Request;
        request.Host = new HostString("shop.example", 8443);
        request.Path = path;
        return request;
    }
}
