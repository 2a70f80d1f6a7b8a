using System.Text;
using DownPage.Renderer.Rendering;
using DownPage.RenderProtocol;

namespace DownPage.StandAlone.Tests;

[TestClass]
public sealed class StandAlonePagesTests
{
    [TestMethod]
    public void Prepare_BeforeAnyPage_NeedsNothing() => new StandAlonePages(new RenderRequest { BaseUrl = "https://localhost" }, null).Prepare();

    [TestMethod]
    [DataRow("application/xhtml+xml")]
    [DataRow("application/json; charset=utf-8")]
    public void Finish_AnswerThatIsNoHtml_StaysAsItIs(string contentType)
    {
        var body = Encoding.UTF8.GetBytes("<html xmlns='http://www.w3.org/1999/xhtml'><img src='/a.png'/></html>");

        var finished = Finish(body, contentType);

        var file = Assert.ContainsSingle(finished.Files);
        CollectionAssert.AreEqual(body, file.Content.ToArray());
        Assert.AreEqual(contentType, file.ContentType);
    }

    [TestMethod]
    public void Finish_AnswerInAnotherCharset_IsUtf8()
    {
        var finished = Finish(Encoding.Latin1.GetBytes("<!DOCTYPE html><title>Zurück</title>"), "text/html; charset=iso-8859-1");

        Assert.Contains("Zurück", Encoding.UTF8.GetString(finished.Files[0].Content.Span));
        Assert.AreEqual("text/html; charset=utf-8", finished.Files[0].ContentType);
    }

    [TestMethod]
    public void Finish_NotSelfContained_LeavesTheBytes()
    {
        var body = Encoding.UTF8.GetBytes("\uFEFF<!DOCTYPE html>\r\n<html lang=en><title>Down</title>  <!-- a -->\r\n");

        var finished = Finish(body, "text/html; charset=utf-8", selfContained: false);

        CollectionAssert.AreEqual(body, finished.Files[0].Content.ToArray());
        Assert.HasCount(3, finished.Files);
    }

    [TestMethod]
    [DataRow(1_100, true)]
    [DataRow(900, false)]
    public void Finish_PageForAServerThatShowsText_IsMeasuredAsText(int length, bool isTooLarge)
    {
        var body = Encoding.UTF8.GetBytes($"<!DOCTYPE html><html lang=en><title>Down</title><style>p{{color:red}}/*{new string('x', 2_000)}*/</style><p>{new string('é', length)}");

        var finished = Finish(body, "text/html; charset=utf-8", servers: "alb");

        Assert.AreEqual(isTooLarge, finished.Diagnostics.Any(found => found.Code == DiagnosticCodes.OverServerLimit));
    }

    private static Renderer.Finishing.FinishedPage Finish(
        byte[] body, string contentType, bool selfContained = true, params string[] servers)
    {
        var page = new RenderPage
        {
            Item = "502.cshtml",
            OutputPaths = ["502.html"],
            Options = { SelfContained = selfContained, Servers = [.. servers] },
        };
        return new StandAlonePages(new RenderRequest { BaseUrl = "https://localhost" }, null).Finish(
            page, new PageAnswer { Body = body, StatusCode = 502, ContentType = contentType });
    }
}
