using System.Net;

namespace DownPage.FrontEnds.Tests.Nginx;

/// <summary>A running nginx chooses form and language as maintenance mode does.</summary>
[TestClass]
public sealed class NginxChoiceTests(TestContext test)
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8";

    private static readonly string[] Cultures = ["en", "de", "de-AT", "pt-BR", "zh-Hans", "zh-Hant"];

    [TestMethod]
    [Timeout(60_000)]
    public async Task Answer_ByAccept_IsTheFormOfTheGreatestWeight()
    {
        await EachAsync("Accept",
        [
            ("", "text/html"),
            ("*/*", "text/html"),
            (Browser, "text/html"),
            ("application/json", "application/problem+json"),
            ("application/problem+json", "application/problem+json"),
            ("APPLICATION/JSON", "application/problem+json"),
            ("application/vnd.api+json", "application/problem+json"),
            ("text/json", "application/problem+json"),
            ("application/json; charset=utf-8", "application/problem+json"),
            ("application/json, text/plain, */*", "application/problem+json"),
            ("application/json, text/html", "text/html"),
            ("text/plain, application/json", "application/problem+json"),
            ("text/html;q=0.5, application/json;q=0.9", "application/problem+json"),
            ("text/html;q=0.8, application/json;q=0.9, text/plain", "text/plain"),
            ("application/json;q=0.5, */*;q=0.8", "text/html"),
            ("application/json;q=0", "text/html"),
            ("application/json;q=0.0, text/html;q=0.001", "text/html"),
            ("text/plain", "text/plain"),
            ("text/*", "text/html"),
            ("application/*", "application/problem+json"),
            ("image/png", "text/html"),
            ("application/jsonx", "text/html"),
        ], answer => answer.Content.Headers.ContentType?.MediaType);
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Answer_ByAcceptLanguage_IsTheLanguageOfTheGreatestWeight()
    {
        await EachAsync("Accept-Language",
        [
            ("", "en"),
            ("de", "de"),
            ("DE", "de"),
            ("de-CH", "de"),
            ("de-AT", "de-AT"),
            ("de-at-1996", "de-AT"),
            ("fr, de;q=0.9, en;q=0.8", "de"),
            ("fr", "en"),
            ("de;q=0.5, en;q=0.7", "en"),
            ("en;q=0.7, de;q=0.8", "de"),
            ("en;q=0.7,de", "de"),
            ("de;q=0, en;q=0.1", "en"),
            ("de;q=0", "en"),
            ("*;q=0.9, de;q=0.8", "en"),
            ("den", "en"),
            ("pt", "pt-BR"),
            ("pt-PT", "pt-BR"),
            ("pt-PT, de;q=0.5", "de"),
            ("zh-Hant-TW, zh;q=0.9", "zh-Hant"),
            ("zh", "zh-Hans"),
            ("zh-TW", "zh-Hans"),
            ("en-US,en;q=0.9,de;q=0.8", "en"),
        ], answer => answer.Content.Headers.ContentLanguage.SingleOrDefault());
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Answer_InEveryForm_HasTheHeadersOfAPage()
    {
        NginxProcess.Require();
        using var folder = new TempFolder();
        using var nginx = await StartAsync(folder);
        foreach (var method in new[] { "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS" })
        {
            using var answer = await nginx.SendAsync(
                method, "/_downpage/probe", test.CancellationToken, ("Accept", "text/plain"), ("If-None-Match", "*"), ("Range", "bytes=0-3"));

            Assert.AreEqual(HttpStatusCode.ServiceUnavailable, answer.StatusCode, method);
            Assert.AreEqual("text/plain; charset=utf-8", answer.Content.Headers.ContentType?.ToString(), method);
            Assert.AreEqual("600", answer.Headers.RetryAfter?.ToString(), method);
            Assert.AreEqual("no-store", answer.Headers.CacheControl?.ToString(), method);
            Assert.AreEqual("noindex", Assert.ContainsSingle(answer.Headers.GetValues("X-Robots-Tag")), method);
            Assert.AreEqual("Accept, Accept-Language, Accept-Encoding", string.Join(", ", answer.Headers.Vary), method);
            Assert.IsNull(answer.Headers.ETag, method);
            Assert.IsNull(answer.Content.Headers.LastModified, method);
            Assert.AreEqual(method == "HEAD" ? "" : "503 en text", await answer.Content.ReadAsStringAsync(test.CancellationToken), method);
        }

        using var direct = await nginx.SendAsync("GET", "/_downpage/answer/maintenance", test.CancellationToken);
        Assert.AreEqual(HttpStatusCode.NotFound, direct.StatusCode);
    }

    private async Task EachAsync(
        string header, (string Value, string Expected)[] rows, Func<HttpResponseMessage, string?> read)
    {
        NginxProcess.Require();
        using var folder = new TempFolder();
        using var nginx = await StartAsync(folder);
        foreach (var (value, expected) in rows)
        {
            using var answer = value.Length == 0 ? await AskAsync(nginx) : await AskAsync(nginx, (header, value));

            Assert.AreEqual(expected, read(answer), $"{header}: {value}");
        }
    }

    private Task<HttpResponseMessage> AskAsync(NginxProcess nginx, params (string Name, string Value)[] headers)
        => nginx.SendAsync("GET", "/_downpage/probe", test.CancellationToken, headers);

    private async Task<NginxProcess> StartAsync(TempFolder folder)
    {
        var built = Sample.Built with
        {
            Manifest = Sample.Built.Manifest with
            {
                Pages = [.. from page in Sample.Built.Manifest.Pages
                            where page.Culture == "en" && page.IsDefault
                            from culture in Cultures
                            select page with
                            {
                                Culture = culture,
                                IsDefault = culture == "en",
                                File = $"{page.StatusCode} {culture}.{page.File.Split('.')[^1]}",
                            }],
            },
        };
        var options = Sample.Options("nginx");
        options.DeployRoot = folder.Root;
        foreach (var page in built.Manifest.Pages)
        {
            folder.Write("_downpage/" + page.File, $"{page.StatusCode} {page.Culture} {page.Form}".ToLowerInvariant());
        }

        var configuration = NginxProcess.Whole(
            folder.Root,
            Sample.Text("nginx", "nginx/full/downpage.http.conf", options, built),
            $"server {{ listen 127.0.0.1:PORT;\n{Sample.Text("nginx", "nginx/full/downpage.conf", options, built)} }}");
        return await NginxProcess.StartAsync(folder, configuration, test.CancellationToken);
    }
}
