using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace DownPage.AspNetCore.Tests.Bypass;

[TestClass]
public sealed partial class BypassPageTests(TestContext test)
{
    [TestMethod]
    public async Task Get_OfThePath_ShowsAFormThatNothingKeeps()
    {
        await using var site = await BypassSite.StartAsync(BypassSite.Gate());

        var response = await site.Client.GetAsync(BypassSite.Path, test.CancellationToken);

        Assert.AreEqual(HttpStatusCode.OK, response.StatusCode);
        Assert.AreEqual("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.AreEqual("no-store", response.Headers.CacheControl?.ToString());
        Assert.AreEqual("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.AreEqual("noindex", response.Headers.GetValues("X-Robots-Tag").Single());
        StringAssert.Contains(
            await response.Content.ReadAsStringAsync(test.CancellationToken),
            "type=\"password\"",
            StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Get_OfThePath_PolicyNamesItsScriptAndStyle()
    {
        await using var site = await BypassSite.StartAsync(BypassSite.Gate());

        var response = await site.Client.GetAsync(BypassSite.Path, test.CancellationToken);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        var body = await response.Content.ReadAsStringAsync(test.CancellationToken);
        StringAssert.StartsWith(policy, "default-src 'none'; ", StringComparison.Ordinal);
        StringAssert.Contains(policy, $"script-src '{HashOf(Script().Match(body))}'", StringComparison.Ordinal);
        StringAssert.Contains(policy, $"style-src '{HashOf(Style().Match(body))}'", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Head_OfThePath_HasTheHeadersAndNoBody()
    {
        await using var site = await BypassSite.StartAsync(BypassSite.Gate(), kestrel: true);
        var length = (await site.Client.GetByteArrayAsync(BypassSite.Path, test.CancellationToken)).Length;

        using var request = new HttpRequestMessage(HttpMethod.Head, BypassSite.Path);
        var response = await site.Client.SendAsync(request, test.CancellationToken);

        Assert.AreEqual(length, response.Content.Headers.ContentLength);
        Assert.IsEmpty(await response.Content.ReadAsByteArrayAsync(test.CancellationToken));
    }

    [TestMethod]
    [DataRow("PUT")]
    [DataRow("DELETE")]
    [DataRow("OPTIONS")]
    public async Task OtherMethod_OfThePath_IsNotAllowed(string method)
    {
        await using var site = await BypassSite.StartAsync(BypassSite.Gate());

        using var request = new HttpRequestMessage(new HttpMethod(method), BypassSite.Path);
        var response = await site.Client.SendAsync(request, test.CancellationToken);

        Assert.AreEqual(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.AreEqual("GET, HEAD, POST", string.Join(", ", response.Content.Headers.Allow));
    }

    [TestMethod]
    [DataRow("/_downpage/pass", HttpStatusCode.OK)]
    [DataRow("/_downpage/pass/", HttpStatusCode.OK, DisplayName = "one slash at the end")]
    [DataRow("/_DownPage/Pass", HttpStatusCode.OK, DisplayName = "upper and lower case")]
    [DataRow("/_downpage/pass?return=/a", HttpStatusCode.OK)]
    [DataRow("/_downpage/pass//", HttpStatusCode.ServiceUnavailable)]
    [DataRow("/_downpage/passx", HttpStatusCode.ServiceUnavailable)]
    [DataRow("/_downpage/pass/x", HttpStatusCode.ServiceUnavailable)]
    [DataRow("/_downpage", HttpStatusCode.ServiceUnavailable)]
    [DataRow("/x/_downpage/pass", HttpStatusCode.ServiceUnavailable)]
    [DataRow("/_downpage%2Fpass", HttpStatusCode.ServiceUnavailable, DisplayName = "an encoded slash")]
    [DataRow("/", HttpStatusCode.ServiceUnavailable)]
    public async Task Get_OfPathsAlike_OnlyThePathIsAnswered(string path, HttpStatusCode expected)
    {
        await using var site = await BypassSite.StartAsync(BypassSite.Gate(), kestrel: true);

        var response = await site.Client.GetAsync(path, test.CancellationToken);

        Assert.AreEqual(expected, response.StatusCode);
    }

    [TestMethod]
    public async Task Get_OfAPathOfItsOwn_IsAnsweredThereOnly()
    {
        var options = BypassSite.Options;
        options.Path = "/testers";
        await using var site = await BypassSite.StartAsync(BypassSite.Gate(options));

        var there = await site.Client.GetAsync("/testers", test.CancellationToken);
        var elsewhere = await site.Client.GetAsync(BypassSite.Path, test.CancellationToken);

        Assert.AreEqual(HttpStatusCode.OK, there.StatusCode);
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, elsewhere.StatusCode);
    }

    private static string HashOf(Match match)
        => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(match.Groups[1].Value)))}";

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
