using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Tests.Bypass;

[TestClass]
public sealed class InsiderRibbonTests(TestContext test)
{
    [TestMethod]
    public async Task Ribbon_OfAPageWithALength_AddsToIt()
    {
        await using var site = await RibbonSite.StartAsync(RibbonSite.Html(RibbonSite.Page, withLength: true));

        using var request = RibbonSite.Navigation();
        var response =
            await site.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, test.CancellationToken);

        Assert.IsGreaterThan(RibbonSite.Page.Length, response.Content.Headers.ContentLength ?? 0);
        Assert.AreNotEqual(true, response.Headers.TransferEncodingChunked);
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
    [DataRow("message", "the site is down for visitors. <bdi>&lt;b&gt;&quot;&#xFC;ber&quot; &#x2603; &amp;c</bdi>")]
    public async Task Ribbon_OfAState_SaysIt(string kind, string expected)
    {
        var state = kind switch
        {
            "read-only" => RibbonSite.Down with { Mode = MaintenanceKind.ReadOnly },
            "scope" => RibbonSite.Down with { Scopes = ["path:/billing"] },
            "endpoint" => new MaintenanceState(),
            "until" => RibbonSite.Down with { Until = new(2026, 11, 21, 7, 0, 0, TimeSpan.FromHours(1)) },
            "message" => RibbonSite.Down with { Message = "<b>\"\u00fcber\" \u2603 &c" },
            _ => RibbonSite.Down,
        };
        await using var site = await RibbonSite.StartAsync(RibbonSite.Html(RibbonSite.Page), state: state);

        using var request = RibbonSite.Navigation();
        var response = await site.Client.SendAsync(request, test.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(test.CancellationToken);

        StringAssert.EndsWith(body, $"Maintenance: {expected}</div>", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow(199)]
    [DataRow(200)]
    public async Task Ribbon_OfALongMessage_ShowsItsBegin(int letters)
    {
        var state =
            RibbonSite.Down with { Message = new string('m', letters) + "\ud83d\ude80" + new string('n', 2000) };
        await using var site = await RibbonSite.StartAsync(RibbonSite.Html(RibbonSite.Page), state: state);

        using var request = RibbonSite.Navigation();
        var response = await site.Client.SendAsync(request, test.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(test.CancellationToken);

        StringAssert.EndsWith(body, $"{new string('m', letters)}&#x2026;</bdi></div>", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Ribbon_WhereCompressionIsOutside_IsCompressedWithThePage()
    {
        await using var site = await RibbonSite.StartAsync(
            RibbonSite.Html(RibbonSite.Page),
            build: app => app.Services.AddResponseCompression(),
            outside: app => app.UseResponseCompression());

        var (encoding, body) = await UnpackAsync(site);

        Assert.AreEqual("gzip", encoding);
        StringAssert.StartsWith(body, RibbonSite.Page + RibbonSite.Mark, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Ribbon_WhereCompressionIsInside_IsLeftOut()
    {
        await using var site = await RibbonSite.StartAsync(
            RibbonSite.Html(RibbonSite.Page),
            build: app => app.Services.AddResponseCompression(),
            inside: app => app.UseResponseCompression());

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
}
