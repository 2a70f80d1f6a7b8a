using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DownPage.Testing;

namespace DownPage.Packages.Tests.StandAlone;

/// <summary>The site of <c>dotnet new mvc</c>, published as it is: a page that needs nothing but itself.</summary>
[TestClass]
public sealed class DefaultPublishTests(TestContext testContext)
{
    private const int TestTimeoutMilliseconds = 300_000;

    // What the project has set itself: a small page with Bootstrap's styles.
    private const int MostBytes = 10_240;
    private const int MostBrotliBytes = 3_072;

    private static TestSite site = null!;
    private static PublishedSite published = null!;
    private static IHtmlDocument page = null!;

    [ClassInitialize]
    [Timeout(TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public static async Task PublishAsync(TestContext context)
    {
        site = await TestSite.CreateAsync("MvcSite", context.CancellationToken);
        site.Replace("MvcSite.csproj", "<DownPageSelfContained>false</DownPageSelfContained>", "");
        published = await site.PublishAsync(context.CancellationToken);
        published.Result.EnsureSuccess();
        page = await new HtmlParser().ParseDocumentAsync(published.Page("502.html"), context.CancellationToken);
    }

    [ClassCleanup]
    public static void Delete()
    {
        page?.Dispose();
        site?.Dispose();
    }

    [TestMethod]
    public void Publish_MvcSite_WarnsOfNothingAndWritesAllForms()
    {
        Assert.IsEmpty(published.Result.Diagnostics, published.Result.ToString());
        Assert.AreSequenceEqual(PageFiles.Of("502"), published.DownPageFiles);
    }

    [TestMethod]
    public void Page_Published_AsksForNothing()
    {
        Assert.IsEmpty(page.QuerySelectorAll("link[rel~=stylesheet], script, iframe, object, embed, base"));
        Assert.IsNotEmpty(page.QuerySelectorAll("style"));
        foreach (IElement element in page.QuerySelectorAll("[src], link[href], [srcset], [poster]"))
        {
            foreach (string name in (string[])["src", "href", "srcset", "poster"])
            {
                if (element.GetAttribute(name) is { } url)
                    Assert.StartsWith("data:", url, element.OuterHtml);
            }
        }
    }

    [TestMethod]
    public void Page_Published_KeepsTheLayoutAndItsLinks()
    {
        Assert.AreEqual("502 Bad Gateway", page.QuerySelector("main h1.display-4")!.TextContent);
        Assert.AreEqual("tel:+49 30 1234 & 5678", page.QuerySelector("main a")!.GetAttribute("href"));
        Assert.Contains("/Home/Privacy", page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains(".navbar", page.QuerySelectorAll("style").Select(style => style.TextContent).Aggregate(string.Concat));
    }

    [TestMethod]
    public void Page_Published_StartsWithItsCharsetAndIsNotIndexed()
    {
        Assert.AreEqual("utf-8", page.Head!.FirstElementChild!.GetAttribute("charset"));
        Assert.AreEqual("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    // The picture that the view shows is a file of its own weight, which no trimming can change.
    [TestMethod]
    public void Page_PublishedButForThePictureInIt_IsSmall()
    {
        string picture = page.QuerySelector("main img")!.GetAttribute("src")!;
        byte[] rest = Encoding.UTF8.GetBytes(published.Page("502.html").Replace(picture, "", StringComparison.Ordinal));
        byte[] compressed = new byte[rest.Length];

        Assert.IsTrue(BrotliEncoder.TryCompress(rest, compressed, out int compressedBytes, quality: 11, window: 22));
        Assert.IsLessThanOrEqualTo(MostBytes, rest.Length);
        Assert.IsLessThanOrEqualTo(MostBrotliBytes, compressedBytes);
    }

    [TestMethod]
    [Timeout(TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task CompressedFiles_Decompressed_AreThePage()
    {
        byte[] expected = published.PageBytes("502.html");
        await using var brotli = new BrotliStream(
            new MemoryStream(published.PageBytes("502.html.br")), CompressionMode.Decompress);
        await using var gzip = new GZipStream(
            new MemoryStream(published.PageBytes("502.html.gz")), CompressionMode.Decompress);

        Assert.AreSequenceEqual(expected, await ReadAsync(brotli));
        Assert.AreSequenceEqual(expected, await ReadAsync(gzip));
    }

    [TestMethod]
    public void Manifest_Published_ListsEveryFileWithItsSizeAndHash()
    {
        using JsonDocument manifest = published.Manifest;
        JsonElement root = manifest.RootElement;
        JsonElement[] pages = [.. root.GetProperty("pages").EnumerateArray()];
        JsonElement[] files =
            [.. pages, .. pages.SelectMany(entry => entry.GetProperty("encodings").EnumerateArray())];

        Assert.AreSequenceEqual(
            PageFiles.Of("502").Where(file => file != "downpages.json"),
            files.Select(file => file.GetProperty("file").GetString()!).Order(StringComparer.Ordinal));
        foreach (JsonElement file in files)
        {
            byte[] bytes = published.PageBytes(file.GetProperty("file").GetString()!);
            Assert.AreEqual(bytes.Length, file.GetProperty("bytes").GetInt32());
            Assert.AreEqual(Convert.ToHexStringLower(SHA256.HashData(bytes)), file.GetProperty("sha256").GetString());
        }

        Assert.AreSequenceEqual(
            ["text/html", "application/problem+json", "text/plain"],
            pages.Select(entry => entry.GetProperty("mediaType").GetString()));
        Assert.AreEqual(0, root.GetProperty("assets").GetArrayLength());
    }

    [TestMethod]
    public void ProblemDocument_Published_SaysWhatThePageSays()
    {
        using JsonDocument problem = JsonDocument.Parse(published.PageBytes("502.json"));

        Assert.AreEqual("about:blank", problem.RootElement.GetProperty("type").GetString());
        Assert.AreEqual(502, problem.RootElement.GetProperty("status").GetInt32());
        Assert.Contains("We will be back soon.", problem.RootElement.GetProperty("detail").GetString()!);
        Assert.IsFalse(problem.RootElement.TryGetProperty("retryAfter", out _));
    }

    [TestMethod]
    public void PlainText_Published_IsTheMainPartOfThePage()
    {
        string text = Encoding.UTF8.GetString(published.PageBytes("502.txt"));

        Assert.Contains("502 Bad Gateway", text);
        Assert.Contains("We will be back soon. Until then, ring", text);
        Assert.DoesNotContain("Privacy", text);
        Assert.EndsWith("\n", text);
    }

    private async Task<byte[]> ReadAsync(Stream stream)
    {
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, testContext.CancellationToken);
        return content.ToArray();
    }
}
