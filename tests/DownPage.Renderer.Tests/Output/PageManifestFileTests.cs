using System.Text;
using DownPage.Renderer.Output;
using DownPage.Renderer.Rendering;
using DownPage.RenderProtocol;

namespace DownPage.Renderer.Tests.Output;

[TestClass]
public sealed class PageManifestFileTests
{
    private const string Sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    // A golden file changes only together with PageManifestFile.Version, and then gets the new version's name.
    [TestMethod]
    public void Serialize_Pages_IsTheGoldenFile()
    {
        var bytes = PageManifestFile.Serialize(
            "DownPage.Build 1.0.0",
            "Läden & Co",
            [
                new ManifestPage("502.html", "502.en.html", 502, "en", "text/html", "utf-8", 2817, Sha256),
                new ManifestPage("502.html", "502.html", 502, "en", "text/html", "utf-8", 2817, Sha256),
                new ManifestPage("errors/503 für.json", "errors/503 für.json", 503, null, "application/json", null, 2, Sha256),
            ]);

        var golden = File.ReadAllText(Path.Combine(
            AppContext.BaseDirectory, "Golden", $"downpages.v{PageManifestFile.Version}.json"));
        Assert.AreEqual(golden.ReplaceLineEndings("\n"), Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n"));
    }

    [TestMethod]
    public void Serialize_NoPages_IsAnEmptyList()
    {
        var text = Encoding.UTF8.GetString(PageManifestFile.Serialize("DownPage.Build 1.0.0", "Shop", []));

        Assert.Contains("\"pages\": []", text);
        Assert.EndsWith("}\n", text);
    }

    [TestMethod]
    [DataRow("text/html; charset=utf-8", "text/html", "utf-8")]
    [DataRow("text/html;charset=UTF-8", "text/html", "UTF-8")]
    [DataRow("application/problem+json", "application/problem+json", null)]
    [DataRow("", "text/html", null, DisplayName = "none given")]
    [DataRow("nonsense", "text/html", null)]
    public void From_ContentType_IsMediaTypeAndCharset(string contentType, string mediaType, string? charset)
    {
        var page = ManifestPage.From(
            new RenderPage { Name = "502.html", Culture = "de" },
            "502.de.html",
            new PageAnswer { Body = new byte[3], StatusCode = 502, ContentType = contentType },
            Sha256);

        Assert.AreEqual(mediaType, page.MediaType);
        Assert.AreEqual(charset, page.Charset);
        Assert.AreEqual(3, page.Bytes);
        Assert.IsFalse(page.IsDefault);
    }
}
