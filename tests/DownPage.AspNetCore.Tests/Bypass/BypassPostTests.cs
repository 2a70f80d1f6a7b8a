using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests.Bypass;

[TestClass]
public sealed class BypassPostTests(TestContext test)
{
    [TestMethod]
    public async Task Post_OfTheSecret_SendsToTheSiteWithACookie()
    {
        await using var site = await BypassSite.StartAsync(BypassSite.Gate());

        var response = await site.Client.PostAsync(BypassSite.Path, BypassSite.Form(BypassSite.Secret), test.CancellationToken);

        Assert.AreEqual(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.AreEqual("/", response.Headers.Location?.OriginalString);
        Assert.AreEqual("no-store", response.Headers.CacheControl?.ToString());
        Assert.AreEqual("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        StringAssert.StartsWith(response.Headers.GetValues("Set-Cookie").Single(), "__Host-downpage-pass=1.", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("https://site.example", null, "__Host-downpage-pass", "max-age=43200; path=/; secure; samesite=lax; httponly")]
    [DataRow("https://a.example.org", "example.org", "__Secure-downpage-pass", "max-age=43200; domain=example.org; path=/; secure; samesite=lax; httponly")]
    [DataRow("http://localhost", null, "downpage-pass", "max-age=43200; path=/; samesite=lax; httponly", DisplayName = "development")]
    public async Task Post_OfTheSecret_CookieHasTheRightsThatItsNamePromises(string address, string? domain, string name, string attributes)
    {
        var options = BypassSite.Options;
        options.CookieDomain = domain;
        await using var site = await BypassSite.StartAsync(BypassSite.Gate(options), address: address);

        var response = await site.Client.PostAsync(BypassSite.Path, BypassSite.Form(BypassSite.Secret), test.CancellationToken);

        var cookie = response.Headers.GetValues("Set-Cookie").Single().Split("; ", 2);
        StringAssert.StartsWith(cookie[0], name + "=", StringComparison.Ordinal);
        CollectionAssert.AreEquivalent(attributes.Split("; "), cookie[1].Split("; "));
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
            await response.Content.ReadAsStringAsync(test.CancellationToken), "That is not the secret.", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("application/json", "{\"secret\":\"correct horse battery staple\"}")]
    [DataRow("text/plain", "secret=correct+horse+battery+staple")]
    [DataRow("multipart/form-data; boundary=x", "--x\r\n")]
    [DataRow(null, "secret=correct+horse+battery+staple")]
    public async Task Post_OfNoForm_IsABadRequest(string? type, string body)
    {
        await using var site = await BypassSite.StartAsync(BypassSite.Gate());
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        var response = await site.Client.PostAsync(BypassSite.Path, content, test.CancellationToken);

        Assert.AreEqual(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.IsFalse(response.Headers.Contains("Set-Cookie"));
    }

    [TestMethod]
    [DataRow(4096, true, HttpStatusCode.SeeOther)]
    [DataRow(4097, true, HttpStatusCode.BadRequest)]
    [DataRow(4096, false, HttpStatusCode.SeeOther, DisplayName = "chunked, as long as may be")]
    [DataRow(4097, false, HttpStatusCode.BadRequest, DisplayName = "chunked, one more")]
    [DataRow(100_000, false, HttpStatusCode.BadRequest)]
    public async Task Post_OfALongForm_IsReadUpToALength(int length, bool announced, HttpStatusCode expected)
    {
        await using var site = await BypassSite.StartAsync(BypassSite.Gate(), kestrel: true);
        var text = "secret=correct+horse+battery+staple&more=".PadRight(length, 'x');
        using HttpContent content = announced
            ? new StringContent(text)
            : new StreamContent(new NoLength(Encoding.ASCII.GetBytes(text)));
        content.Headers.ContentType = new("application/x-www-form-urlencoded");

        var response = await site.Client.PostAsync(BypassSite.Path, content, test.CancellationToken);

        Assert.AreEqual(expected, response.StatusCode);
    }

    [TestMethod]
    [DataRow("secret=correct%20horse+battery%20staple")]
    [DataRow("other=1&secret=correct+horse+battery+staple&secret2=no")]
    [DataRow("%73ecret=correct+horse+battery+staple", DisplayName = "an encoded name")]
    public async Task Post_OfAForm_IsDecoded(string form)
    {
        await using var site = await BypassSite.StartAsync(BypassSite.Gate());
        using var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");

        var response = await site.Client.PostAsync(BypassSite.Path, content, test.CancellationToken);

        Assert.AreEqual(HttpStatusCode.SeeOther, response.StatusCode);
    }

    [TestMethod]
    [DataRow("%")]
    [DataRow("%zz=%&secret=%c3%28")]
    [DataRow("&&&===;;")]
    [DataRow("secret")]
    public async Task Post_OfAHostileForm_IsForbidden(string form)
    {
        await using var site = await BypassSite.StartAsync(BypassSite.Gate());
        using var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");

        var response = await site.Client.PostAsync(BypassSite.Path, content, test.CancellationToken);

        Assert.AreEqual(HttpStatusCode.Forbidden, response.StatusCode);
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
        using var log = new ListLogger();
        await using var site = await BypassSite.StartAsync(BypassSite.Gate(), build: app => app.Logging.AddProvider(log));

        await site.Client.PostAsync(BypassSite.Path, BypassSite.Form("not the secret at all"), test.CancellationToken);
        var cookie = await BypassSite.CookieAsync(site);
        await BypassSite.AskAsync(site, cookie);

        var all = string.Join('\n', log.Records);
        Assert.ContainsSingle(record => record.Contains("|Information|TesterPassed|", StringComparison.Ordinal), log.Records);
        Assert.DoesNotContain(BypassSite.Secret, all);
        Assert.DoesNotContain("not the secret at all", all);
        Assert.DoesNotContain(cookie.Split('=')[1], all);
    }

    [TestMethod]
    public async Task Post_TornWhileRead_IsABadRequestAndNoError()
    {
        using var log = new ListLogger();
        await using var site = await BypassSite.StartAsync(BypassSite.Gate(), build: app => app.Logging.AddProvider(log));
        using var content = new StreamContent(new Torn());
        content.Headers.ContentType = new("application/x-www-form-urlencoded");

        var failure = await Record(() => site.Client.PostAsync(BypassSite.Path, content, test.CancellationToken));

        Assert.IsTrue(failure is null or HttpRequestException or IOException, failure?.ToString());
        Assert.DoesNotContain("|Error|", string.Join('\n', log.Records));
    }

    private static async Task<Exception?> Record(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return failure;
        }
    }

    private sealed class NoLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    private sealed class Torn : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => throw new IOException("torn");
    }
}
