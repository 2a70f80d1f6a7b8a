using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests.Bypass;

[TestClass]
public sealed class BypassFormTests(TestContext test)
{
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
    public async Task Post_TornWhileRead_IsABadRequestAndNoError()
    {
        using var log = new RecordingLogger();
        await using var site =
            await BypassSite.StartAsync(BypassSite.Gate(), build: app => app.Logging.AddProvider(log));
        using var content = new StreamContent(new Torn());
        content.Headers.ContentType = new("application/x-www-form-urlencoded");

        var failure = await Record(() => site.Client.PostAsync(BypassSite.Path, content, test.CancellationToken));

        Assert.IsTrue(failure is null or HttpRequestException or IOException, failure?.ToString());
        Assert.DoesNotContain("|Error|", string.Join('\n', log.Lines));
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
