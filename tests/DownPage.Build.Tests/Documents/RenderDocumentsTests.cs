using System.Text;
using System.Text.Json;
using DownPage.RenderProtocol;

namespace DownPage.Build.Tests.Documents;

[TestClass]
public sealed class RenderDocumentsTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    // A golden file changes only together with RenderDocuments.Version, and then gets the new version's name.
    [TestMethod]
    public void Request_Written_IsTheGoldenFile()
    {
        RenderDocuments.Write(folder.PathOf("request.json"), SampleDocuments.Request());

        Assert.AreEqual(Golden("render-request"), Written("request.json"));
    }

    [TestMethod]
    public void Response_Written_IsTheGoldenFile()
    {
        RenderDocuments.Write(folder.PathOf("response.json"), SampleDocuments.Response());

        Assert.AreEqual(Golden("render-response"), Written("response.json"));
    }

    [TestMethod]
    public void Request_ReadAndWrittenAgain_IsTheGoldenFile()
    {
        var request = RenderDocuments.ReadRequest(folder.Write("request.json", Golden("render-request")));

        RenderDocuments.Write(folder.PathOf("again.json"), request);

        Assert.AreEqual(Golden("render-request"), Written("again.json"));
        Assert.AreEqual(HostKind.App, request.Host);
        Assert.AreEqual(502, request.Pages[0].StatusCode);
        Assert.IsNull(request.Pages[1].StatusCode);
        Assert.IsNull(request.Pages[1].View);
        Assert.AreEqual(ScriptHandling.Inline, request.Pages[0].Options.Scripts);
        Assert.IsTrue(request.Pages[1].Options.SelfContained);
        Assert.IsNull(request.Pages[1].Options.MaxBytes);
    }

    [TestMethod]
    public void Response_ReadAndWrittenAgain_IsTheGoldenFile()
    {
        var response = RenderDocuments.ReadResponse(folder.Write("response.json", Golden("render-response")));

        RenderDocuments.Write(folder.PathOf("again.json"), response);

        Assert.AreEqual(Golden("render-response"), Written("again.json"));
        Assert.IsTrue(response.Pages[0].IsPage);
        Assert.IsFalse(response.Pages[1].IsPage);
        Assert.IsTrue(response.Diagnostics[0].IsError);
        Assert.IsFalse(response.Diagnostics[1].IsError);
        Assert.IsNull(response.Diagnostics[1].File);
    }

    [TestMethod]
    [DataRow(SampleDocuments.AwkwardText)]
    [DataRow("", DisplayName = "empty")]
    [DataRow("   ", DisplayName = "only spaces")]
    [DataRow("\r\n", DisplayName = "only a line end")]
    [DataRow("\\", DisplayName = "one backslash")]
    [DataRow("\\/", DisplayName = "backslash and slash")]
    [DataRow("C:\\temp\\new", DisplayName = "a Windows path")]
    [DataRow("\0", DisplayName = "a null character")]
    [DataRow("&amp; <b> ]]>", DisplayName = "XML, by whose means the JSON is written")]
    public void Text_WrittenAndRead_IsTheSame(string text)
    {
        var request = SampleDocuments.Request();
        request.ProjectFile = text;
        request.Pages[0].OutputPaths = [text];
        request.Pages[0].ViewData = [new(text, text)];

        RenderDocuments.Write(folder.PathOf("request.json"), request);
        var read = RenderDocuments.ReadRequest(folder.PathOf("request.json"));

        Assert.AreEqual(text, read.ProjectFile);
        Assert.AreEqual(text, read.Pages[0].OutputPaths.Single());
        Assert.AreEqual(new KeyValuePair<string, string>(text, text), read.Pages[0].ViewData.Single());
        using var elsewhere = JsonDocument.Parse(File.ReadAllBytes(folder.PathOf("request.json")));
        Assert.AreEqual(text, elsewhere.RootElement.GetProperty("projectFile").GetString());
    }

    [TestMethod]
    public void Document_Written_IsUtf8WithoutMarkAndEndsWithALineEnd()
    {
        RenderDocuments.Write(folder.PathOf("request.json"), SampleDocuments.Request());

        var bytes = File.ReadAllBytes(folder.PathOf("request.json"));
        Assert.AreEqual((byte)'{', bytes[0]);
        Assert.AreEqual((byte)'\n', bytes[^1]);
        Assert.Contains("Gleich zurück", Encoding.UTF8.GetString(bytes));
    }

    [TestMethod]
    public void Document_WrittenTwice_ReplacesTheFirstAndLeavesNothingBeside()
    {
        RenderDocuments.Write(folder.PathOf("request.json"), new RenderRequest { Environment = new string('x', 10_000) });
        RenderDocuments.Write(folder.PathOf("request.json"), new RenderRequest { Environment = "Staging" });

        Assert.AreEqual("Staging", RenderDocuments.ReadRequest(folder.PathOf("request.json")).Environment);
        Assert.ContainsSingle(Directory.GetFiles(folder.Root));
    }

    [TestMethod]
    public void Request_Empty_IsRead()
    {
        RenderDocuments.Write(folder.PathOf("request.json"), new RenderRequest());

        var read = RenderDocuments.ReadRequest(folder.PathOf("request.json"));

        Assert.IsEmpty(read.Pages);
        Assert.IsNull(read.AssetsManifest);
        Assert.AreEqual(HostKind.Services, read.Host);
    }

    [TestMethod]
    [DataRow("""{ "version": 2, "pages": [] }""", "is of version 2;", DisplayName = "a later one")]
    [DataRow("""{ "pages": [] }""", "is of version (none);", DisplayName = "none")]
    [DataRow("[]", "is of version (none);", DisplayName = "an array")]
    [DataRow("", "holds no JSON object", DisplayName = "an empty file")]
    [DataRow("""{ "version": 1, "pages": [""", "holds no JSON object", DisplayName = "half a document")]
    [DataRow("Hello", "holds no JSON object", DisplayName = "no JSON")]
    public void Document_OfUnknownVersionOrShape_IsRefusedByName(string content, string expected)
    {
        var path = folder.Write("document.json", content);

        var refused = Assert.ThrowsExactly<FormatException>(() => RenderDocuments.ReadRequest(path));
        Assert.StartsWith($"'{path}' {expected}", refused.Message);
        Assert.ThrowsExactly<FormatException>(() => RenderDocuments.ReadResponse(path));
    }

    // Line ends are no part of the shape, and a checkout may change those of the golden files.
    private string Written(string name) => File.ReadAllText(folder.PathOf(name)).ReplaceLineEndings("\n");

    private static string Golden(string name) => File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "Golden", $"{name}.v{RenderDocuments.Version}.json"))
        .ReplaceLineEndings("\n");
}
