using System.Text;
using System.Text.Json.Nodes;
using DownPage.AspNetCore.Answers;
using DownPage.PageManifest;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests.Answers;

[TestClass]
public sealed class PageLibraryTests : IDisposable
{
    private readonly RecordingLogger log = new();

    public void Dispose() => log.Dispose();

    [TestMethod]
    public void Load_NoManifest_SaysSoAndHasTheBuiltInPage()
    {
        using var built = new BuiltPages();

        var pages = built.Load(log: log);

        Assert.AreSame(PageFamily.BuiltIn, pages.For(503));
        var line = log.Records.Single();
        Assert.AreEqual(LogLevel.Information, line.Level);
        Assert.Contains(Path.Combine(built.Folder, "downpages.json"), line.Message);
        Assert.Contains("DownPage.Build", line.Message);
    }

    [TestMethod]
    [DataRow("", "it is no JSON", DisplayName = "an empty file")]
    [DataRow("{", "it is no JSON", DisplayName = "a torn file")]
    [DataRow("[]", "it is no JSON object")]
    [DataRow("null", "it is no JSON object")]
    [DataRow("{}", "its version is not 1")]
    [DataRow("""{"version":2,"pages":[]}""", "its version is not 1")]
    [DataRow("""{"version":"1"}""", "its version is not 1")]
    public void Load_WrongManifest_SaysSoAndHasTheBuiltInPage(string manifest, string why)
    {
        using var built = new BuiltPages().Manifest(manifest);

        var pages = built.Load(log: log);

        Assert.AreSame(PageFamily.BuiltIn, pages.For(503));
        var line = log.Records.Single();
        Assert.AreEqual(LogLevel.Warning, line.Level);
        Assert.Contains(why, line.Message);
        Assert.Contains("publish the site again", line.Message);
    }

    [TestMethod]
    public void Load_ManifestThatIsAFolder_HasTheBuiltInPage()
    {
        using var built = new BuiltPages();
        Directory.CreateDirectory(Path.Combine(built.Folder, "downpages.json"));

        var pages = built.Load(log: log);

        Assert.AreSame(PageFamily.BuiltIn, pages.For(503));
        Assert.AreEqual(LogLevel.Warning, log.Records.Single().Level);
    }

    [TestMethod]
    public void Load_ByteOrderMarkAndComments_AreRead()
    {
        using var built = new BuiltPages().Page("503.html", "a").Manifest();
        var manifest = File.ReadAllText(Path.Combine(built.Folder, "downpages.json"));
        built.Manifest("\uFEFF// made by hand\n" + manifest);

        Assert.AreEqual("503.html", built.Load(log: log).For(503).Name);
        Assert.IsEmpty(log.Records);
    }

    [TestMethod]
    public void For_StatusCode_IsItsPage()
    {
        using var built = new BuiltPages()
            .Page("maintenance.html", "m").Page("502.html", "b", 502).Page("503.html", "a").Page("404.html", "n",
                404).Manifest();
        var pages = built.Load();

        Assert.AreEqual("502.html", pages.For(502).Name);
        Assert.AreEqual("503.html", pages.For(503).Name, "Of two for 503 the one that is named so.");
        Assert.AreEqual("503.html", pages.For(500).Name, "There is none for 500.");
    }

    [TestMethod]
    public void For_NameOfTheOptions_IsThatPage()
    {
        using var built = new BuiltPages().Page("maintenance.html", "m").Page("503.html", "a").Manifest();

        Assert.AreEqual("maintenance.html", built.Load(options => options.Name = "Maintenance.html").For(503).Name);
    }

    [TestMethod]
    public void For_UnknownName_SaysWhichThereAre()
    {
        using var built = new BuiltPages().Page("maintenance.html", "m").Page("503.html", "a").Manifest();

        var pages = built.Load(options => options.Name = "maintenence.html", log);

        Assert.AreEqual("503.html", pages.For(503).Name);
        var line = log.Records.Single();
        Assert.AreEqual(LogLevel.Warning, line.Level);
        Assert.Contains("it has: maintenance.html, 503.html.", line.Message);
    }

    [TestMethod]
    public void For_FileOfTheOptions_IsThatFile()
    {
        using var built = new BuiltPages().Page("503.html", "a").Manifest();
        File.WriteAllText(Path.Combine(built.Root, "own.html"), "<p>own</p>");

        var page = built.Load(options => options.File = "own.html", log).For(502).In(AnswerFormat.Html).Single();

        Assert.AreEqual("<p>own</p>", Encoding.UTF8.GetString(page.Body.Content));
        Assert.AreEqual("text/html; charset=utf-8", page.Body.ContentType);
        Assert.IsEmpty(log.Records);
    }

    [TestMethod]
    [DataRow(new byte[] { 0xFF, 0xFE, (byte)'a', 0 }, "text/html; charset=utf-16", false)]
    [DataRow(new byte[] { (byte)'a', 0xFC }, "text/html", true,
        DisplayName = "not UTF-8: the page says itself what it is")]
    public void For_FileInAnotherEncoding_SaysIt(byte[] content, string contentType, bool isOpen)
    {
        using var built = new BuiltPages();
        File.WriteAllBytes(Path.Combine(built.Root, "own.html"), content);

        var page = built.Load(options => options.File = "own.html", log).For(503).In(AnswerFormat.Html).Single();

        Assert.AreEqual(contentType, page.Body.ContentType);
        Assert.AreEqual(isOpen, page.IsOpen);
    }

    [TestMethod]
    public void For_MissingFile_SaysSoAndShowsAnotherPage()
    {
        using var built = new BuiltPages().Page("503.html", "a").Manifest();

        var pages = built.Load(options => options.File = "missing.html", log);

        Assert.AreEqual("503.html", pages.For(503).Name);
        Assert.Contains("missing.html cannot be read: it is missing", log.Records.Single().Message);
    }

    [TestMethod]
    [DataRow("file", "../503.html", DisplayName = "outside")]
    [DataRow("file", "a/../../503.html", DisplayName = "outside by a detour")]
    [DataRow("file", "/etc/passwd")]
    [DataRow("file", "C:/503.html")]
    [DataRow("file", "a\\..\\503.html")]
    [DataRow("file", "a//503.html")]
    [DataRow("file", "")]
    [DataRow("file", "missing.html")]
    [DataRow("file", "\ud83d")]
    [DataRow("name", "")]
    [DataRow("name", null)]
    [DataRow("mediaType", "image/png")]
    [DataRow("mediaType", "text/html\r\nSet-Cookie: a=b")]
    [DataRow("statusCode", "503", DisplayName = "a status that is text")]
    public void Load_WrongEntry_IsSkippedAndTheOthersAreUsed(string member, string? value)
    {
        using var built = new BuiltPages().Page("503.html", "a").Page("502.html", "b", 502);
        built.Manifest(manifest => Array(manifest, "pages")[0]![member] = value);

        var pages = built.Load(log: log);

        Assert.AreSame(PageFamily.BuiltIn, pages.For(503));
        Assert.AreEqual("502.html", pages.For(502).Name);
        var line = log.Records.Single();
        Assert.AreEqual(LogLevel.Warning, line.Level);
        Assert.Contains("Publish the site again", line.Message);
    }

    [TestMethod]
    [DataRow("pages", """[1, null, "a", [], {}]""")]
    [DataRow("pages", "{}")]
    [DataRow("assets", """[{"file":"../a"},{"file":"assets/a","mediaType":"a/b\r\nx"},7]""")]
    public void Load_EntriesThatAreNone_AreSkipped(string member, string json)
    {
        using var built = new BuiltPages().Page("503.html",
            "a").Manifest(manifest => manifest[member] = JsonNode.Parse(json));

        Assert.IsNotNull(built.Load(log: log).For(503));
    }

    [TestMethod]
    public void Load_PageOfMoreThan4MiB_IsSkipped()
    {
        using var built = new BuiltPages().Page("503.html", new string('a', (4 * 1024 * 1024) + 1),
            compressed: false).Manifest();

        Assert.AreSame(PageFamily.BuiltIn, built.Load(log: log).For(503));
        Assert.Contains("it has 4194305 bytes, more than 4194304", log.Records.Single().Message);
    }

    [TestMethod]
    [DataRow("503.html", true, DisplayName = "the page was changed after the build")]
    [DataRow("503.html.br", false, DisplayName = "the compressed page was")]
    public void Load_ChangedFile_IsNotServedCompressedAsBefore(string file, bool both)
    {
        using var built = new BuiltPages().Page("503.html", "<p>a</p>").Manifest();
        built.Write(file, Encoding.UTF8.GetBytes("<p>changed</p>"));

        var body = built.Load(log: log).For(503).In(AnswerFormat.Html).Single().Body;

        Assert.IsNull(body.Brotli);
        Assert.AreEqual(both, body.Gzip is null);
    }

    [TestMethod]
    public void Load_TooManyEntries_ReadsABoundedPart()
    {
        using var built = new BuiltPages().Manifest(
            $$"""{"version":1,"pages":[{{string.Concat(Enumerable.Repeat("""{"name":"a"},""", 12_000))}}{}]}""");

        Assert.AreSame(PageFamily.BuiltIn, built.Load(log: log).For(503));
        Assert.Contains("lists 10000 files", log.Records.Single().Message);
    }

    [TestMethod]
    public void Read_AnyBytes_DoesNotThrow()
        => Check.One(HeaderCases.Many,
            Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => PageManifestReader.Read(bytes).Failure is not null));

    [TestMethod]
    public void Read_ATornManifest_DoesNotThrow()
    {
        using var built = new BuiltPages().Page("503.html", "a", culture: "de").Asset("assets/a.png", "a",
            "image/png").Manifest();
        var manifest = File.ReadAllBytes(Path.Combine(built.Folder, "downpages.json"));

        for (var length = 0; length < manifest.Length; length++)
        {
            Assert.IsNotNull(PageManifestReader.Read(manifest.AsMemory(0, length)).Failure);
        }
    }

    [TestMethod]
    public void Read_TheDocumentsSample_IsUnderstood()
    {
        var readme = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "src/Shared/PageManifest/README.md"));
        var sample = readme.Split("```json")[1].Split("```")[0];

        var reading = PageManifestReader.Read(Encoding.UTF8.GetBytes(sample));

        Assert.IsNull(reading.Failure);
        Assert.IsEmpty(reading.Warnings);
        Assert.HasCount(2, reading.Pages);
        Assert.HasCount(1, reading.Assets);
        Assert.AreEqual("text/html; charset=utf-8", reading.Pages[0].ContentType);
        Assert.AreEqual(600, reading.Pages[0].RetryAfter);
        Assert.HasCount(2, reading.Pages[0].Encodings);
    }

    private static JsonArray Array(JsonObject manifest, string name) => (JsonArray)manifest[name]!;
}
