using System.Net;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests.Bypass;

[TestClass]
public sealed class BypassPostTests(TestContext test)
{
    [TestMethod]
    public async Task Post_OfTheSecret_SendsToTheSiteWithACookie()
    {
        await using var site = await BypassSite.StartAsync(BypassSite.Gate());

        var response =
            await site.Client.PostAsync(BypassSite.Path, BypassSite.Form(BypassSite.Secret), test.CancellationToken);

        Assert.AreEqual(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.AreEqual("/", response.Headers.Location?.OriginalString);
        Assert.AreEqual("no-store", response.Headers.CacheControl?.ToString());
        Assert.AreEqual("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        StringAssert.StartsWith(
            response.Headers.GetValues("Set-Cookie").Single(), "__Host-downpage-pass=1.", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("https://site.example", null, "__Host-downpage-pass", "secure")]
    [DataRow("https://a.example.org", "example.org", "__Secure-downpage-pass", "domain=example.org; secure")]
    [DataRow("http://localhost", null, "downpage-pass", "", DisplayName = "development")]
    public async Task Post_OfTheSecret_CookieHasTheRightsThatItsNamePromises(
        string address, string? domain, string name, string attributes)
    {
        var options = BypassSite.Options;
        options.CookieDomain = domain;
        await using var site = await BypassSite.StartAsync(BypassSite.Gate(options), address: address);

        var response =
            await site.Client.PostAsync(BypassSite.Path, BypassSite.Form(BypassSite.Secret), test.CancellationToken);

        var cookie = response.Headers.GetValues("Set-Cookie").Single().Split("; ", 2);
        StringAssert.StartsWith(cookie[0], name + "=", StringComparison.Ordinal);
        string[] expected =
        [
            "max-age=43200", "path=/", "samesite=lax", "httponly",
            .. attributes.Split("; ", StringSplitOptions.RemoveEmptyEntries),
        ];
        CollectionAssert.AreEquivalent(expected, cookie[1].Split("; "));
    }

    [TestMethod]
    [DataRow("correct horse battery stapl", DisplayName = "one character short")]
    [DataRow("correct horse battery staple ", DisplayName = "one more")]
    [DataRow("Correct horse battery staple", DisplayName = "case")]
    [DataRow("", DisplayName = "empty")]
    [DataRow("\0", DisplayName = "NUL")]
    public async Task Post_OfAnotherSecret_IsForbiddenAndGivesNoCookie(string secret)
    {
        await using var site = await BypassSite.StartAsync(BypassSite.Gate());

        var response = await site.Client.PostAsync(BypassSite.Path, BypassSite.Form(secret), test.CancellationToken);

        Assert.AreEqual(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.IsFalse(response.Headers.Contains("Set-Cookie"));
        Assert.AreEqual("no-store", response.Headers.CacheControl?.ToString());
        StringAssert.Contains(
            await response.Content.ReadAsStringAsync(test.CancellationToken),
            "That is not the secret.",
            StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("return=%2Forders%3Fid%3D7", "/orders?id=7")]
    [DataRow("return=%2F%2Fevil.example", "/")]
    [DataRow("return=https%3A%2F%2Fevil.example", "/")]
    [DataRow("return=%2F%5Cevil.example", "/")]
    [DataRow("return=%2F%09%2Fevil.example", "/", DisplayName = "a tab, which browsers leave out")]
    [DataRow("return=%2Fa%0D%0ASet-Cookie%3A%20x%3D1", "/", DisplayName = "a header of its own")]
    [DataRow("return=javascript%3Aalert(1)", "/")]
    [DataRow("return=", "/")]
    [DataRow("return=%2F%C3%BCber%20uns", "/%C3%BCber%20uns")]
    public async Task Post_WithReturn_StaysOnTheSite(string query, string expected)
    {
        await using var site = await BypassSite.StartAsync(BypassSite.Gate(), kestrel: true);

        var response = await site.Client.PostAsync(
            $"{BypassSite.Path}?{query}", BypassSite.Form(BypassSite.Secret), test.CancellationToken);

        Assert.AreEqual(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.AreEqual(expected, response.Headers.GetValues("Location").Single());
    }

    [TestMethod]
    public async Task Post_UnderAPathBase_ReturnsToTheAppsRoot()
    {
        await using var site = await BypassSite.StartAsync(BypassSite.Gate(), pathBase: "/shop");

        var response = await site.Client.PostAsync(
            "/shop" + BypassSite.Path, BypassSite.Form(BypassSite.Secret), test.CancellationToken);

        Assert.AreEqual("/shop/", response.Headers.Location?.OriginalString);
        StringAssert.Contains(response.Headers.GetValues("Set-Cookie").Single(), "path=/;", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Post_RightOrWrong_LogsThatAndNothingElse()
    {
        using var log = new RecordingLogger();
        await using var site =
            await BypassSite.StartAsync(BypassSite.Gate(), build: app => app.Logging.AddProvider(log));

        await site.Client.PostAsync(BypassSite.Path, BypassSite.Form("not the secret at all"), test.CancellationToken);
        var cookie = await BypassSite.CookieAsync(site);
        await BypassSite.AskAsync(site, cookie);

        var all = string.Join('\n', log.Lines);
        Assert.ContainsSingle(
            record => record.Contains("|Information|TesterPassed|", StringComparison.Ordinal), log.Lines);
        Assert.DoesNotContain(BypassSite.Secret, all);
        Assert.DoesNotContain("not the secret at all", all);
        Assert.DoesNotContain(cookie.Split('=')[1], all);
    }
}
