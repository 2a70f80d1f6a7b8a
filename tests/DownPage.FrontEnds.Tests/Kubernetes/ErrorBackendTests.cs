using DownPage.FrontEnds.Kubernetes;
using DownPage.FrontEnds.Tests.Nginx;

namespace DownPage.FrontEnds.Tests.Kubernetes;

/// <summary>The error backend, running: what it is asked for, and what it sends.</summary>
[TestClass]
public sealed class ErrorBackendTests(TestContext test)
{
    [TestMethod]
    [Timeout(60_000)]
    public async Task Answer_ByCodeAndFormat_IsThePageWithItsCode()
    {
        using var folder = new TempFolder();
        using var nginx = await StartAsync(folder);

        Assert.AreEqual((503, "text/html; charset=utf-8", "503 en html"), await AskAsync(nginx, "GET", "/503.html"));
        Assert.AreEqual((502, "text/html; charset=utf-8", "502 en html"), await AskAsync(nginx, "GET", "/502"));
        Assert.AreEqual((503, "text/html; charset=utf-8", "503 en html"), await AskAsync(nginx, "POST", "/any/path", ("X-Code", "503")));
        Assert.AreEqual((504, "text/html; charset=utf-8", "504 de html"),
            await AskAsync(nginx, "GET", "/502", ("X-Code", "504"), ("Accept-Language", "de")));
        Assert.AreEqual((502, "application/problem+json", "502 en json"),
            await AskAsync(nginx, "GET", "/", ("X-Code", "502"), ("X-Format", "application/json"), ("Accept", "text/html")));
        Assert.AreEqual((502, "text/plain; charset=utf-8", "502 en text"), await AskAsync(nginx, "GET", "/502", ("Accept", "text/plain")));
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Answer_WithoutACode_IsAPlain404AndHealthIsWell()
    {
        using var folder = new TempFolder();
        using var nginx = await StartAsync(folder);

        Assert.AreEqual(404, (await AskAsync(nginx, "GET", "/")).Status);
        Assert.AreEqual(404, (await AskAsync(nginx, "GET", "/503.htmlx")).Status);
        Assert.AreEqual(404, (await AskAsync(nginx, "GET", "/answer/503")).Status);
        Assert.AreEqual(404, (await AskAsync(nginx, "GET", "/", ("X-Code", "418"))).Status);
        Assert.AreEqual((200, "text/plain", "ok\n"), await AskAsync(nginx, "GET", "/healthz"));
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Answer_OfTheSecondPort_IsAlwaysTheMaintenancePage()
    {
        using var folder = new TempFolder();
        using var nginx = await StartAsync(folder);
        using var client = new HttpClient();

        using var answer = await client.PostAsync($"http://127.0.0.1:{nginx.Second}/shop", null, test.CancellationToken);

        Assert.AreEqual(503, (int)answer.StatusCode);
        Assert.AreEqual("503 en html", await answer.Content.ReadAsStringAsync(test.CancellationToken));
        Assert.AreEqual("600", answer.Headers.RetryAfter?.ToString());
        Assert.AreEqual("no-store", answer.Headers.CacheControl?.ToString());
    }

    private async Task<(int Status, string? Type, string Text)> AskAsync(
        NginxProcess nginx, string method, string path, params (string Name, string Value)[] headers)
    {
        using var answer = await nginx.SendAsync(method, path, test.CancellationToken, headers);
        return (
            (int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString(),
            await answer.Content.ReadAsStringAsync(test.CancellationToken));
    }

    private async Task<NginxProcess> StartAsync(TempFolder folder)
    {
        NginxProcess.Require();
        foreach (var page in Sample.Built.Manifest.Pages)
        {
            folder.Write("pages/" + page.File, $"{page.StatusCode} {page.Culture} {page.Form}".ToLowerInvariant());
        }

        var configuration = Sample.Text("kubernetes", "kubernetes/errorbackend.conf", Sample.Options("kubernetes"));
        return await NginxProcess.StartAsync(
            folder,
            "daemon off; master_process off;\n" + configuration
                .Replace("/tmp/", folder.Root + "/", StringComparison.Ordinal)
                .Replace(ErrorBackend.Folder, folder.PathOf("pages"), StringComparison.Ordinal)
                .Replace("listen 8080", "listen 127.0.0.1:PORT", StringComparison.Ordinal)
                .Replace("listen 8081", "listen 127.0.0.1:SECOND", StringComparison.Ordinal),
            test.CancellationToken);
    }
}
