using DownPage.RenderProtocol;

namespace DownPage.Build.Tests;

[TestClass]
public sealed class RenderStampTests : IDisposable
{
    private static readonly DateTime Earlier = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    private readonly TempFolder folder = new();
    private readonly RenderStamp stamp;

    public RenderStampTests() => stamp = new RenderStamp(folder.PathOf("render-stamp.txt"));

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public void Compute_SameFilesInAnotherOrder_IsEqual()
    {
        var one = Input("one.dll");
        var two = Input("two.dll");

        Assert.AreEqual(RenderStamp.Compute("{}", [one, two]), RenderStamp.Compute("{}", [two, one, two]));
    }

    [TestMethod]
    public void Compute_AnotherRequest_Differs()
        => Assert.AreNotEqual(RenderStamp.Compute("{ }", []), RenderStamp.Compute("{}", []));

    [TestMethod]
    public void Compute_LaterFile_Differs()
    {
        var input = Input("one.dll");
        var before = RenderStamp.Compute("{}", [input]);

        File.SetLastWriteTimeUtc(input, Earlier.AddSeconds(1));

        Assert.AreNotEqual(before, RenderStamp.Compute("{}", [input]));
    }

    [TestMethod]
    public void Compute_LongerFileOfTheSameTime_Differs()
    {
        var input = Input("one.dll");
        var before = RenderStamp.Compute("{}", [input]);

        File.AppendAllText(input, "more");
        File.SetLastWriteTimeUtc(input, Earlier);

        Assert.AreNotEqual(before, RenderStamp.Compute("{}", [input]));
    }

    [TestMethod]
    public void Compute_FileGone_Differs()
    {
        var input = Input("one.dll");
        var before = RenderStamp.Compute("{}", [input]);

        File.Delete(input);

        Assert.AreNotEqual(before, RenderStamp.Compute("{}", [input]));
    }

    // A self-contained app, or one for another processor, is started without a deps.json.
    [TestMethod]
    public void Compute_EmptyPath_IsNoFile()
    {
        var input = Input("one.dll");

        Assert.IsGreaterThan(0, RenderStamp.Compute("{}", [input, ""]).Length);
    }

    [TestMethod]
    public void FindAnswer_RememberedAndComplete_IsTheAnswerWithItsWarnings()
    {
        Answer();
        stamp.Remember("abc");

        var found = stamp.FindAnswer("abc", folder.PathOf("response.json"), folder.Root);

        Assert.IsNotNull(found);
        Assert.AreEqual("502.html", found.Pages.Single().OutputPath);
        Assert.AreEqual("DP0205", found.Diagnostics.Single().Code);
    }

    [TestMethod]
    public void FindAnswer_NeverRemembered_IsNull()
    {
        Answer();

        Assert.IsNull(stamp.FindAnswer("abc", folder.PathOf("response.json"), folder.Root));
    }

    [TestMethod]
    public void FindAnswer_OtherStamp_IsNull()
    {
        Answer();
        stamp.Remember("abc");

        Assert.IsNull(stamp.FindAnswer("abd", folder.PathOf("response.json"), folder.Root));
    }

    [TestMethod]
    [DataRow("502.html")]
    [DataRow("response.json")]
    public void FindAnswer_FileGone_IsNull(string gone)
    {
        Answer();
        stamp.Remember("abc");

        File.Delete(folder.PathOf(gone));

        Assert.IsNull(stamp.FindAnswer("abc", folder.PathOf("response.json"), folder.Root));
    }

    [TestMethod]
    [DataRow("", DisplayName = "emptied")]
    [DataRow("{ \"version\": 1, \"pages\": [", DisplayName = "torn")]
    [DataRow("{ \"version\": 99 }", DisplayName = "of another version")]
    public void FindAnswer_DamagedAnswer_IsNull(string damaged)
    {
        Answer();
        stamp.Remember("abc");

        folder.Write("response.json", damaged);

        Assert.IsNull(stamp.FindAnswer("abc", folder.PathOf("response.json"), folder.Root));
    }

    [TestMethod]
    public void FindAnswer_Forgotten_IsNull()
    {
        Answer();
        stamp.Remember("abc");

        stamp.Forget();

        Assert.IsNull(stamp.FindAnswer("abc", folder.PathOf("response.json"), folder.Root));
    }

    private string Input(string name)
    {
        var path = folder.Write(name, "content");
        File.SetLastWriteTimeUtc(path, Earlier);
        return path;
    }

    private void Answer()
    {
        folder.Write("502.html", "<h1>Down</h1>");
        RenderDocuments.Write(folder.PathOf("response.json"), new RenderResponse
        {
            Pages = { new RenderedPage { OutputPath = "502.html", Bytes = 13 } },
            Diagnostics = { new RenderDiagnostic { IsError = false, Code = "DP0205", Message = "odd" } },
        });
    }
}
