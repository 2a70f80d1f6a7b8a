using System.Net;
using DownPage.AspNetCore.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Tests.Answers;

[TestClass]
public sealed class BuiltPageAnswerTests
{
    private static readonly string Filler = string.Concat(Enumerable.Range(0, 300)
        .Select(number => $"<!-- {number} -->"));

    [TestMethod]
    [DataRow(null, null)]
    [DataRow("br", "br")]
    [DataRow("gzip, deflate", "gzip")]
    [DataRow("gzip, deflate, br, zstd", "br")]
    public async Task Page_AsItIs_IsTheBuildsBytes(string? accept, string? coding)
    {
        using var built = new BuiltPages().Page("503.html", "<main>a</main>" + Filler).Manifest();
        using var host = await AnswerHost.StartAsync(pages: built.Load());

        using var response = await host.GetAsync(accept is null ? "X-A: b" : "Accept-Encoding: " + accept);

        var file = coding switch { "br" => "503.html.br", "gzip" => "503.html.gz", _ => "503.html" };
        CollectionAssert.AreEqual(File.ReadAllBytes(Path.Combine(built.Folder, file)),
            await response.Content.ReadAsByteArrayAsync());
        Assert.AreEqual(coding, AnswerHost.Header(response, "Content-Encoding"));
        Assert.AreEqual(new FileInfo(Path.Combine(built.Folder, file)).Length, response.Content.Headers.ContentLength);
    }

    [TestMethod]
    [DataRow("br")]
    [DataRow("gzip")]
    public async Task Page_WithAMessage_IsCompressedAnew(string coding)
    {
        using var built = new BuiltPages().Page("503.html", "<main>a</main>" + Filler).Manifest();
        using var host = await AnswerHost.StartAsync(AnswerHost.Down with { Message = "M" }, pages: built.Load());

        using var response = await host.GetAsync("Accept-Encoding: " + coding);

        await using var body = await response.Content.ReadAsStreamAsync();
        await using Stream plain = coding == "br"
            ? new System.IO.Compression.BrotliStream(body, System.IO.Compression.CompressionMode.Decompress)
            : new System.IO.Compression.GZipStream(body, System.IO.Compression.CompressionMode.Decompress);
        Assert.AreEqual(coding, AnswerHost.Header(response, "Content-Encoding"));
        Assert.AreEqual("""<main>a<p data-downpage="message" role="status">M</p></main>""" + Filler, await new StreamReader(plain).ReadToEndAsync());
    }

    [TestMethod]
    [DataRow("X-A: b", "english", "en")]
    [DataRow("Accept-Language: de-AT, en;q=0.5", "deutsch", "de")]
    [DataRow("Accept-Language: fr", "english", "en")]
    public async Task Page_InSeveralLanguages_IsTheVisitors(string header, string expected, string culture)
    {
        using var built = new BuiltPages()
            .Page("503.de.html", "deutsch", culture: "de", isDefault: false, name: "503.html")
            .Page("503.html", "english", culture: "en")
            .Manifest();
        using var host = await AnswerHost.StartAsync(pages: built.Load());

        using var response = await host.GetAsync(header);

        Assert.AreEqual(expected, await response.Content.ReadAsStringAsync());
        Assert.AreEqual(culture, AnswerHost.Header(response, "Content-Language"));
        Assert.AreEqual("Accept, Accept-Encoding, Accept-Language", AnswerHost.Header(response, "Vary"));
    }

    [TestMethod]
    [DataRow("application/json", "application/json", """{"type":"about:blank","title":"Service Unavailable","status":503,"detail":"Bald.","retryAfter":600}""")]
    [DataRow("text/plain", "text/plain; charset=utf-8", "Bald.")]
    public async Task Page_InOtherForms_IsTheBuilds(string accept, string contentType, string expected)
    {
        using var built = new BuiltPages()
            .Page("503.html", "html")
            .Page("503.json", """{"type":"about:blank","title":"Service Unavailable","status":503,"detail":"Bald.","retryAfter":1200}""")
            .Page("503.txt", "Bald.")
            .Manifest();
        using var host = await AnswerHost.StartAsync(pages: built.Load());

        using var response = await host.GetAsync("Accept: " + accept);

        Assert.AreEqual(contentType, AnswerHost.Header(response, "Content-Type"));
        Assert.AreEqual(expected, (await response.Content.ReadAsStringAsync()).TrimEnd());
    }

    [TestMethod]
    public async Task Page_WithoutHtml_IsTheBuiltInOne()
    {
        using var built = new BuiltPages().Page("503.txt", "Bald.").Manifest();
        using var host = await AnswerHost.StartAsync(pages: built.Load());

        using var response = await host.GetAsync();

        Assert.Contains("<h1>Down for maintenance</h1>", await response.Content.ReadAsStringAsync());
    }

    [TestMethod]
    [DataRow("GET", "/_downpage/assets/3f8a.woff2", true)]
    [DataRow("HEAD", "/_downpage/assets/3f8a.woff2", true)]
    [DataRow("POST", "/_downpage/assets/3f8a.woff2", false)]
    [DataRow("GET", "/_downpage/assets/3f8b.woff2", false, DisplayName = "not in the manifest")]
    [DataRow("GET", "/_downpage/assets/unlisted.woff2", false, DisplayName = "there, and not in the manifest")]
    [DataRow("GET", "/_downpage/downpages.json", false)]
    [DataRow("GET", "/_downpage/503.html", false)]
    [DataRow("GET", "/_downpage/assets/../503.html", false)]
    [DataRow("GET", "/_downpage/assets/%2e%2e/503.html", false)]
    [DataRow("GET", "/_downpage/assets%2F3f8a.woff2", false)]
    [DataRow("GET", "//_downpage/assets/3f8a.woff2", false)]
    [DataRow("GET", "/_downpage/assets/3f8a.woff2/", false)]
    [DataRow("GET", "/_DOWNPAGE/assets/3f8a.woff2", false)]
    [DataRow("GET", "/_downpage/assets/", false)]
    public async Task Asset_OfTheManifest_IsServed(string method, string path, bool isServed)
    {
        using var built = new BuiltPages().Page("503.html", "a").Asset("assets/3f8a.woff2", "font",
            "font/woff2").Manifest();
        built.Write("assets/unlisted.woff2", [1]);
        using var host = await StartAssetsAsync(built.Load());

        using var response = await host.SendAsync(method, path, "Range: bytes=0-1");

        Assert.AreEqual(isServed ? HttpStatusCode.OK : HttpStatusCode.Gone, response.StatusCode);
        if (isServed)
        {
            Assert.AreEqual("font/woff2", AnswerHost.Header(response, "Content-Type"));
            Assert.AreEqual("public, max-age=31536000, immutable", AnswerHost.Header(response, "Cache-Control"));
            Assert.AreEqual(4, response.Content.Headers.ContentLength);
            Assert.AreEqual(method == "GET" ? "font" : "", await response.Content.ReadAsStringAsync());
        }
    }

    [TestMethod]
    public async Task Asset_BelowTheWebRoot_HasItsAddressThere()
    {
        using var built = new BuiltPages().Page("503.html", "a").Asset("assets/3f8a.woff2", "font",
            "font/woff2").Manifest();
        Directory.CreateDirectory(Path.Combine(built.Root, "wwwroot"));
        Directory.Move(built.Folder, Path.Combine(built.Root, "wwwroot", "down"));
        using var host = await StartAssetsAsync(built.Load(options => options.Folder = "wwwroot/down"));

        using var response = await host.SendAsync("GET", "/down/assets/3f8a.woff2");

        Assert.AreEqual(HttpStatusCode.OK, response.StatusCode);
    }

    [TestMethod]
    public async Task Asset_ThatIsGone_Is404()
    {
        using var built = new BuiltPages().Page("503.html", "a").Asset("assets/3f8a.woff2", "font",
            "font/woff2").Manifest();
        using var host = await StartAssetsAsync(built.Load());
        File.Delete(Path.Combine(built.Folder, "assets", "3f8a.woff2"));

        using var response = await host.SendAsync("GET", "/_downpage/assets/3f8a.woff2");

        Assert.AreEqual(HttpStatusCode.NotFound, response.StatusCode);
        Assert.AreEqual("no-store", AnswerHost.Header(response, "Cache-Control"));
    }

    [TestMethod]
    public async Task ForStatusCode_APageOfThatCode_KeepsTheAppsHeaders()
    {
        using var built = new BuiltPages().Page("502.html", "bad gateway", 502).Manifest();
        var answer = AnswerSet.ForStatusCode(built.Load(), 502);
        Assert.IsNotNull(answer);
        using var host = await AnswerHost.StartAsync(answer.WriteAsync, before => before.Use((context, next) =>
        {
            context.Response.Headers.RetryAfter = "7";
            context.Response.Headers.CacheControl = "private";
            context.Response.Headers.WWWAuthenticate = "Basic";
            return next(context);
        }));

        using var response = await host.GetAsync("X-Request-Id: a", "Origin: https://app.example");

        Assert.AreEqual(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.AreEqual("bad gateway", await response.Content.ReadAsStringAsync());
        Assert.AreEqual("7", AnswerHost.Header(response, "Retry-After"));
        Assert.AreEqual("private", AnswerHost.Header(response, "Cache-Control"));
        Assert.AreEqual("Basic", AnswerHost.Header(response, "WWW-Authenticate"));
        Assert.IsNull(AnswerHost.Header(response, "X-Request-Id"));
    }

    [TestMethod]
    public async Task ForStatusCode_NoHeadersOfTheApp_HasTheBuilds()
    {
        using var built = new BuiltPages().Page("404.html", "not found", 404).Manifest();
        var pages = built.Load();
        var answer = AnswerSet.ForStatusCode(pages, 404);
        Assert.IsNotNull(answer);
        using var host = await AnswerHost.StartAsync(answer.WriteAsync);

        using var page = await host.GetAsync();
        using var json = await host.GetAsync("Accept: application/json");

        Assert.AreEqual("1200", AnswerHost.Header(page, "Retry-After"));
        Assert.AreEqual("no-store", AnswerHost.Header(page, "Cache-Control"));
        Assert.AreEqual("""{"type":"about:blank","title":"Not Found","status":404,"retryAfter":1200}""" + "\n", await json.Content.ReadAsStringAsync());
        Assert.AreSame(answer, AnswerSet.ForStatusCode(pages, 404));
    }

    [TestMethod]
    [DataRow(503)]
    [DataRow(200)]
    [DataRow(-1)]
    public void ForStatusCode_NoPageOfThatCode_IsNone(int code)
    {
        using var built = new BuiltPages().Page("502.html", "bad gateway", 502).Manifest();

        Assert.IsNull(AnswerSet.ForStatusCode(built.Load(), code));
    }

    private static Task<AnswerHost> StartAssetsAsync(PageLibrary pages) => AnswerHost.StartAsync(context =>
    {
        if (pages.TryAnswerAsset(context, out var answer))
        {
            return answer;
        }

        context.Response.StatusCode = StatusCodes.Status410Gone;
        return Task.CompletedTask;
    });
}
