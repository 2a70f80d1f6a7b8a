using System.Text;
using DownPage.Renderer.Output;

namespace DownPage.Renderer.Tests.Output;

[TestClass]
public sealed class PageManifestFileTests
{
    private const string Sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    // A golden file changes only together with PageManifestFile.Version, and then gets the new version's name.
    [TestMethod]
    public void Serialize_Pages_IsTheGoldenFile()
    {
        var bytes = PageManifestFile.Serialize(new ManifestContent(
            "DownPage.Build 1.0.0",
            "Läden & Co",
            [
                Page("502.html", "502.en.html", "text/html; charset=utf-8") with
                {
                    Culture = "en",
                    RetryAfter = 600,
                    Encodings = [new ManifestEncoding("br", new ManifestFile("502.en.html.br", 812, Sha256))],
                },
                Page("502.html", "502.html", "text/html; charset=utf-8") with { Culture = "en", IsDefault = true },
                Page("errors/503 für.json", "errors/503 für.json", "application/json") with { IsDefault = true },
            ],
            [new ManifestAsset(new ManifestFile("assets/3f8a.woff2", 70_000, Sha256), "font/woff2")]));

        var golden = File.ReadAllText(Path.Combine(
            AppContext.BaseDirectory, "Golden", $"downpages.v{PageManifestFile.Version}.json"));
        Assert.AreEqual(golden.ReplaceLineEndings("\n"), Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n"));
    }

    [TestMethod]
    public void Serialize_NoPages_IsAnEmptyList()
    {
        var text = Encoding.UTF8.GetString(PageManifestFile.Serialize(new ManifestContent("DownPage.Build 1.0.0", "Shop", [], [])));

        Assert.Contains("\"pages\": []", text);
        Assert.EndsWith("}\n", text);
    }

    [TestMethod]
    [DataRow("text/html; charset=utf-8", "text/html", "utf-8")]
    [DataRow("text/html;charset=UTF-8", "text/html", "UTF-8")]
    [DataRow("application/problem+json", "application/problem+json", null)]
    [DataRow("", "text/html", null, DisplayName = "none given")]
    [DataRow("nonsense", "text/html", null)]
    public void ContentType_OfAPage_IsMediaTypeAndCharset(string contentType, string mediaType, string? charset)
    {
        var page = Page("502.html", "502.de.html", contentType);

        Assert.AreEqual(mediaType, page.MediaType);
        Assert.AreEqual(charset, page.Charset);
    }

    private static ManifestPage Page(string name, string file, string contentType) => new()
    {
        Name = name,
        File = new ManifestFile(file, 2817, Sha256),
        StatusCode = file.Contains("503", StringComparison.Ordinal) ? 503 : 502,
        ContentType = contentType,
    };
}
