using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Tests.Bypass;

[TestClass]
public sealed class InsiderRibbonTests(TestContext test)
{
    [TestMethod]
    [DataRow("written", true)]
    [DataRow("written", false)]
    [DataRow("written with its length", true)]
    [DataRow("written with its length", false)]
    [DataRow("left in the pipe", true)]
    [DataRow("left in the pipe", false)]
    [DataRow("started first", true)]
    [DataRow("sent as a file", true)]
    [DataRow("sent as a file", false)]
    [DataRow("completed", true)]
    [DataRow("completed", false)]
    [DataRow("completed with its length", true)]
    [DataRow("a result", true)]
    [DataRow("typed late", true)]
    [DataRow("in the old way", true)]
    [DataRow("pipe completed", true)]
    [DataRow("through another body", true)]
    public async Task Ribbon_HoweverThePageIsWritten_FollowsItsLastByte(string how, bool kestrel)
    {
        using var folder = new TempFolder();
        var file = folder.Write("page.html", RibbonSite.Page);
        await using var site = await RibbonSite.StartAsync(context => WriteAsync(context, how, file), kestrel);

        using var request = RibbonSite.Navigation();
        var response = await site.Client.SendAsync(request, test.CancellationToken);

        var bytes = await response.Content.ReadAsByteArrayAsync(test.CancellationToken);
        var text = Encoding.UTF8.GetString(bytes);
        StringAssert.StartsWith(text, RibbonSite.Page + RibbonSite.Mark, StringComparison.Ordinal);
        StringAssert.EndsWith(text, "Maintenance: the site is down for visitors.</div>", StringComparison.Ordinal);
        if (response.Content.Headers.ContentLength is { } length)
        {
            Assert.AreEqual(bytes.Length, length);
        }
    }

    [TestMethod]
    public async Task Ribbon_OfAPageWithALength_AddsToIt()
    {
        await using var site = await RibbonSite.StartAsync(RibbonSite.Html(RibbonSite.Page, withLength: true));

        using var request = RibbonSite.Navigation();
        var response = await site.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, test.CancellationToken);

        Assert.IsGreaterThan(RibbonSite.Page.Length, response.Content.Headers.ContentLength ?? 0);
        Assert.AreNotEqual(true, response.Headers.TransferEncodingChunked);
    }

    [TestMethod]
    public async Task Ribbon_OfAStreamingPage_ComesAfterWhatIsSentAsItIsMade()
    {
        var seen = new TaskCompletionSource();
        await using var site = await RibbonSite.StartAsync(async context =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<p>first</p>");
            await context.Response.Body.FlushAsync();
            await seen.Task;
            await context.Response.WriteAsync("<p>last</p>");
        });

        using var request = RibbonSite.Navigation();
        var response = await site.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, test.CancellationToken);
        var body = await response.Content.ReadAsStreamAsync(test.CancellationToken);
        var first = new byte["<p>first</p>".Length];
        await body.ReadExactlyAsync(first, test.CancellationToken);
        seen.SetResult();
        using var reader = new StreamReader(body);
        var rest = await reader.ReadToEndAsync(test.CancellationToken);

        Assert.AreEqual("<p>first</p>", Encoding.UTF8.GetString(first));
        StringAssert.StartsWith(rest, "<p>last</p>" + RibbonSite.Mark, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Ribbon_OfAPageThatCachesKeep_IsNotKept()
    {
        await using var site = await RibbonSite.StartAsync(context =>
        {
            context.Response.Headers.CacheControl = "public, max-age=600";
            context.Response.Headers.ETag = "\"1\"";
            context.Response.Headers.LastModified = "Sat, 21 Nov 2026 03:00:00 GMT";
            return RibbonSite.Html(RibbonSite.Page)(context);
        });

        using var request = RibbonSite.Navigation();
        var response = await site.Client.SendAsync(request, test.CancellationToken);

        Assert.AreEqual("no-store", response.Headers.CacheControl?.ToString());
        Assert.IsNull(response.Headers.ETag);
        Assert.IsNull(response.Content.Headers.LastModified);
    }

    [TestMethod]
    public async Task Ribbon_OfAPageThatFailsHalfway_IsNotAddedAndTheFailureStays()
    {
        await using var site = await RibbonSite.StartAsync(async context =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<p>half");
            await context.Response.Body.FlushAsync();
            throw new InvalidOperationException("the app's");
        });

        using var request = RibbonSite.Navigation();
        await Assert.ThrowsAsync<HttpRequestException>(() => site.Client.SendAsync(request, test.CancellationToken));
    }

    [TestMethod]
    [DataRow("", "the site is down for visitors.")]
    [DataRow("read-only", "the site is read-only for visitors.")]
    [DataRow("scope", "this part of the site is down for visitors.")]
    [DataRow("endpoint", "this page is down for visitors.")]
    [DataRow("until", "the site is down for visitors until 2026-11-21 06:00 UTC.")]
    [DataRow("message", "the site is down for visitors. <bdi>&lt;script&gt;&quot;&#xFC;ber&quot; &#x2603; &amp;c&lt;/script&gt;</bdi>")]
    public async Task Ribbon_OfAState_SaysIt(string kind, string expected)
    {
        var state = kind switch
        {
            "read-only" => RibbonSite.Down with { Mode = MaintenanceKind.ReadOnly },
            "scope" => RibbonSite.Down with { Scopes = ["path:/billing"] },
            "endpoint" => new MaintenanceState(),
            "until" => RibbonSite.Down with { Until = new DateTimeOffset(2026, 11, 21, 7, 0, 0, TimeSpan.FromHours(1)) },
            "message" => RibbonSite.Down with { Message = "<script>\"\u00fcber\" \u2603 &c</script>" },
            _ => RibbonSite.Down,
        };
        await using var site = await RibbonSite.StartAsync(RibbonSite.Html(RibbonSite.Page), state: state);

        using var request = RibbonSite.Navigation();
        var body = await (await site.Client.SendAsync(request, test.CancellationToken)).Content.ReadAsStringAsync(test.CancellationToken);

        StringAssert.EndsWith(body, $"Maintenance: {expected}</div>", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow(199)]
    [DataRow(200)]
    public async Task Ribbon_OfALongMessage_ShowsItsBegin(int letters)
    {
        var state = RibbonSite.Down with { Message = new string('m', letters) + "\ud83d\ude80" + new string('n', 2000) };
        await using var site = await RibbonSite.StartAsync(RibbonSite.Html(RibbonSite.Page), state: state);

        using var request = RibbonSite.Navigation();
        var body = await (await site.Client.SendAsync(request, test.CancellationToken)).Content.ReadAsStringAsync(test.CancellationToken);

        StringAssert.EndsWith(body, $"{new string('m', letters)}&#x2026;</bdi></div>", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Ribbon_WhereCompressionIsOutside_IsCompressedWithThePage()
    {
        await using var site = await RibbonSite.StartAsync(
            RibbonSite.Html(RibbonSite.Page), build: app => app.Services.AddResponseCompression(), outside: app => app.UseResponseCompression());

        var (encoding, body) = await UnpackAsync(site);

        Assert.AreEqual("gzip", encoding);
        StringAssert.StartsWith(body, RibbonSite.Page + RibbonSite.Mark, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Ribbon_WhereCompressionIsInside_IsLeftOut()
    {
        await using var site = await RibbonSite.StartAsync(
            RibbonSite.Html(RibbonSite.Page), build: app => app.Services.AddResponseCompression(), inside: app => app.UseResponseCompression());

        var (encoding, body) = await UnpackAsync(site);

        Assert.AreEqual("gzip", encoding);
        Assert.AreEqual(RibbonSite.Page, body);
    }

    private async Task<(string Encoding, string Body)> UnpackAsync(SmallApp site)
    {
        using var request = RibbonSite.Navigation();
        request.Headers.Add("Accept-Encoding", "gzip");
        var response = await site.Client.SendAsync(request, test.CancellationToken);
        await using var unpacked = new GZipStream(
            await response.Content.ReadAsStreamAsync(test.CancellationToken), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        return (response.Content.Headers.ContentEncoding.Single(), await reader.ReadToEndAsync(test.CancellationToken));
    }

    private static async Task WriteAsync(HttpContext context, string how, string file)
    {
        var response = context.Response;
        var bytes = Encoding.UTF8.GetBytes(RibbonSite.Page);
        response.ContentType = how == "typed late" ? null : "text/html; charset=utf-8";
        response.ContentLength = how.EndsWith("its length", StringComparison.Ordinal) ? bytes.Length : null;
        switch (how)
        {
            case "left in the pipe":
                bytes.CopyTo(response.BodyWriter.GetMemory(bytes.Length));
                response.BodyWriter.Advance(bytes.Length);
                break;
            case "typed late":
                bytes.CopyTo(response.BodyWriter.GetMemory(bytes.Length));
                response.BodyWriter.Advance(bytes.Length);
                response.ContentType = "text/html";
                break;
            case "in the old way":
                await Task.Factory.FromAsync(response.Body.BeginWrite(bytes, 0, bytes.Length, null, null), response.Body.EndWrite);
                break;
            case "pipe completed":
                await response.BodyWriter.WriteAsync(bytes);
                await response.BodyWriter.CompleteAsync();
                break;
            case "through another body":
                var before = response.Body;
                response.Body = new MemoryStream();
                await response.WriteAsync(RibbonSite.Page);
                var kept = (MemoryStream)response.Body;
                response.Body = before;
                await response.Body.WriteAsync(kept.ToArray());
                break;
            case "started first":
                await response.StartAsync();
                await response.WriteAsync(RibbonSite.Page);
                break;
            case "sent as a file":
                await response.SendFileAsync(file);
                break;
            case "completed" or "completed with its length":
                await response.WriteAsync(RibbonSite.Page);
                await response.CompleteAsync();
                break;
            case "a result":
                await Results.Content(RibbonSite.Page, "text/html").ExecuteAsync(context);
                break;
            default:
                await response.WriteAsync(RibbonSite.Page);
                break;
        }
    }
}
