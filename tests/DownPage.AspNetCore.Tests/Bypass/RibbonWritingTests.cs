using System.Text;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Tests.Bypass;

[TestClass]
public sealed class RibbonWritingTests(TestContext test)
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
        var response =
            await site.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, test.CancellationToken);
        var body = await response.Content.ReadAsStreamAsync(test.CancellationToken);
        var first = new byte["<p>first</p>".Length];
        await body.ReadExactlyAsync(first, test.CancellationToken);
        seen.SetResult();
        using var reader = new StreamReader(body);
        var rest = await reader.ReadToEndAsync(test.CancellationToken);

        Assert.AreEqual("<p>first</p>", Encoding.UTF8.GetString(first));
        StringAssert.StartsWith(rest, "<p>last</p>" + RibbonSite.Mark, StringComparison.Ordinal);
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
                await Task.Factory.FromAsync(
                    response.Body.BeginWrite(bytes, 0, bytes.Length, null, null), response.Body.EndWrite);
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
