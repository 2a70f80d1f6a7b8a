using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using DownPage.Renderer.Finishing;
using DownPage.Renderer.Output;
using DownPage.RenderProtocol;

namespace DownPage.Renderer.Tests.Output;

[TestClass]
public sealed class PageWriterTests : IDisposable
{
    private const UnixFileMode Mode0644 =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private static readonly DateTime Earlier = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    private readonly TempFolder folder = new();
    private readonly PageWriter writer;

    public PageWriterTests() => writer = new PageWriter(folder.Root);

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public void Write_NewPage_IsInEachOfItsFiles()
    {
        var files = Write("<h1>Zurück</h1>", "errors/502.en.html", "errors/502.html");

        Assert.AreEqual("<h1>Zurück</h1>", File.ReadAllText(folder.PathOf("errors/502.en.html")));
        Assert.AreEqual("<h1>Zurück</h1>", File.ReadAllText(folder.PathOf("errors/502.html")));
        CollectionAssert.AreEqual(
            new[] { "errors/502.en.html", "errors/502.html" }, files.Select(file => file.File.File).ToArray());
        Assert.AreEqual(16, files[0].File.Bytes);
        Assert.HasCount(2, Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories));
    }

    [TestMethod]
    public void Write_SameBytes_LeavesTheFileAlone()
    {
        var path = folder.Write("502.html", "<h1>Down</h1>");
        File.SetLastWriteTimeUtc(path, Earlier);

        var files = Write("<h1>Down</h1>", "502.html");

        Assert.AreEqual(Earlier, File.GetLastWriteTimeUtc(path));
        Assert.HasCount(1, files);
    }

    [TestMethod]
    [DataRow("<h1>Gone</h1>", DisplayName = "of the same length")]
    [DataRow("<h1>Down again</h1>")]
    [DataRow("")]
    public void Write_OtherBytes_ReplacesTheFile(string before)
    {
        var path = folder.Write("502.html", before);
        File.SetLastWriteTimeUtc(path, Earlier);

        Write("<h1>Down</h1>", "502.html");

        Assert.AreEqual("<h1>Down</h1>", File.ReadAllText(path));
        Assert.AreNotEqual(Earlier, File.GetLastWriteTimeUtc(path));
    }

    [TestMethod]
    public void DeleteLeftovers_OfAnEarlierRun_AreGone()
    {
        folder.Write("503.html", "an item that is gone");
        folder.Write("errors/504.html", "and another");
        folder.Write("502.html.tmp", "a run that was killed");
        Write("<h1>Down</h1>", "502.html", "errors/502.html");

        writer.DeleteLeftovers([Rendered("502.html"), Rendered("errors/502.html")]);

        CollectionAssert.AreEquivalent(
            new[] { folder.PathOf("502.html"), folder.PathOf("errors/502.html") },
            Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories));
    }

    // The front-end server that shows the page is another user.
    [TestMethod]
    [DoNotParallelize]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void Write_UnderATightUmask_IsReadableByAll()
    {
        var before = SetUmask(0b111_111);
        try
        {
            Write("<h1>Down</h1>", "502.html");
        }
        finally
        {
            _ = SetUmask(before);
        }

        if (!OperatingSystem.IsWindows())
            Assert.AreEqual(Mode0644, File.GetUnixFileMode(folder.PathOf("502.html")));
    }

    [TestMethod]
    public void Write_WhereAFolderIs_SaysWhichFile()
    {
        Directory.CreateDirectory(folder.PathOf("502.html/in-the-way"));

        var failure = Assert.ThrowsExactly<RenderFailure>(() => Write("<h1>Down</h1>", "502.html"));

        Assert.AreEqual(DiagnosticCodes.NotWritable, failure.Diagnostic.Code);
        Assert.AreEqual(folder.PathOf("502.html"), failure.Diagnostic.File);
        Assert.StartsWith("The page cannot be written: ", failure.Diagnostic.Message);
    }

    [TestMethod]
    public void Write_BelowAFile_SaysWhichFile()
    {
        folder.Write("errors", "a file");

        var failure = Assert.ThrowsExactly<RenderFailure>(() => Write("<h1>Down</h1>", "errors/502.html"));

        Assert.AreEqual(DiagnosticCodes.NotWritable, failure.Diagnostic.Code);
    }

    [TestMethod]
    public void WriteManifest_OfPages_ListsThem()
    {
        var files = Write("abc", "502.html");

        var written = writer.WriteManifest("DownPage.Build 1.0.0", "Shop", files);

        CollectionAssert.AreEqual(
            new[] { ("502.html", true, 3L), ("downpages.json", false, new FileInfo(folder.PathOf("downpages.json")).Length) },
            written.Select(file => (file.OutputPath, file.IsPage, file.Bytes)).ToArray());
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(folder.PathOf("downpages.json")));
        var page = manifest.RootElement.GetProperty("pages")[0];
        Assert.AreEqual("502.html", page.GetProperty("file").GetString());
        Assert.AreEqual(
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            page.GetProperty("sha256").GetString());
    }

    private static RenderedPage Rendered(string path) => new() { OutputPath = path };

    [TestMethod]
    public void Write_FormsAndEncodings_AreBesideThePage()
    {
        var finished = new FinishedPage
        {
            Files =
            [
                new PageFile(PageFormat.Html, "text/html", "<h1>"u8.ToArray(), [new EncodedContent("br", ".br", new byte[2])]),
                new PageFile(PageFormat.Json, "application/problem+json", "{}"u8.ToArray(), []),
                new PageFile(PageFormat.Text, "text/plain", "Down"u8.ToArray(), []),
            ],
        };

        var files = writer.Write(
            new RenderPage { Name = "a.b/502.html", Culture = "de", OutputPaths = ["a.b/502.de.html", "a.b/502.html"] }, 502, finished);

        CollectionAssert.AreEqual(
            new[]
            {
                "a.b/502.de.html", "a.b/502.de.html.br", "a.b/502.de.json", "a.b/502.de.txt",
                "a.b/502.html", "a.b/502.html.br", "a.b/502.json", "a.b/502.txt",
            },
            Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal).ToArray());
        CollectionAssert.AreEqual(
            new[] { "a.b/502.html", "a.b/502.json", "a.b/502.txt" },
            files.Where(file => file.IsDefault).Select(file => file.File.File).ToArray());
        Assert.AreEqual("a.b/502.de.html.br", files[0].Encodings[0].File.File);
        Assert.ContainsSingle(file => file.IsPage, writer.WriteManifest("DownPage.Build 1.0.0", "Shop", [files[0], files[2]]));
    }

    [TestMethod]
    public void Write_AssetThatTwoPagesNeed_IsWrittenOnce()
    {
        var asset = new PageAsset("assets/3f8a.woff2", "font/woff2", new byte[4]);
        var finished = new FinishedPage
        {
            Files = [new PageFile(PageFormat.Html, "text/html", "<h1>"u8.ToArray(), [])],
            Assets = [asset],
        };

        Parallel.For(0, 8, number => writer.Write(
            new RenderPage { Name = $"{number}.html", OutputPaths = [$"{number}.html"] }, 502, finished));

        var written = writer.WriteManifest("DownPage.Build 1.0.0", "Shop", []);
        CollectionAssert.AreEqual(
            new[] { "assets/3f8a.woff2", "downpages.json" }, written.Select(file => file.OutputPath).ToArray());
        Assert.AreEqual(4, new FileInfo(folder.PathOf("assets/3f8a.woff2")).Length);
    }

    private IReadOnlyList<ManifestPage> Write(string body, params string[] outputPaths) => writer.Write(
        new RenderPage { Name = outputPaths[^1], OutputPaths = [.. outputPaths] },
        502,
        new FinishedPage
        {
            Files = [new PageFile(PageFormat.Html, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(body), [])],
        });

    [DllImport("libc", EntryPoint = "umask")]
    private static extern uint SetUmask(uint mask);
}
