using DownPage.Servers.Tests.Checks;
using DownPage.Servers.Tests.Harness;
using DownPage.Servers.Tests.Http;
using DownPage.Servers.Tests.Servers;

namespace DownPage.Servers.Tests.Scenarios;

/// <summary>
/// Nobody can ask for a page itself, nor for its configuration: as 200 it would be found by search engines, and be
/// taken for the site.
/// </summary>
[TestClass]
public sealed class DirectTests(TestContext test)
{
    // Also what configuration may call the pages for itself.
    private static readonly string[] Internal =
    [
        "/_downpage/502", "/_downpage/503", "/_downpage/504", "/_downpage/500", "/_downpage/maintenance",
        "/_downpage/error",
        "/_downpage/errors/502", "/_downpage/page/502", "/_downpage/pages/502.html", "/_downpage/502.var",
        "/_downpage/503.http",
        "/_downpage/down/502", "/_downpage/gone", "/_downpage/down", "/_downpage/downpages.json", "/_downpage/conf/",
        "/_downpage/index.html", "/_downpage/", "/_downpage", "/maintenance.on", "/maintenance.json",
        "/appsettings.json",
        "/502.html", "/_DOWNPAGE/502.html", "/_downpage/502.HTML", "/_downpage/502.html/", "/_downpage/502.html?x=1",
        "/_downpage/502.html;a", "/_downpage/502%2ehtml", "/_downpage/502.html%00", "/_downpage/502.html%20",
        "//_downpage/502.html",
        "/_downpage//502.html", "/_downpage/./502.html", "/shop/../_downpage/502.html", "/%5fdownpage/502.html",
        "http://shop.test/_downpage/502.html",
    ];

    private static readonly string[] FromAssets =
    [
        "../502.html", "%2e%2e/502.html", "%2E%2E/502.html", ".%2e/502.html", "..%2f502.html", "..%2F502.html",
        "%2e%2e%2f502.html",
        "..\\502.html", "..%5c502.html", "%5c..%5c502.html", "..;/502.html", "....//502.html", "/../502.html",
        "./../502.html",
        "../downpages.json", "%2e%2e/downpages.json", "..%2fdownpages.json", "../../appsettings.json",
        "%2e%2e/%2e%2e/appsettings.json", "..%2f..%2fappsettings.json", "..%252f502.html", "%252e%252e/502.html",
        "../../../../../../../../etc/passwd", "%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "", "%00",
        "../assets/../502.html",
    ];

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Page_AskedForWhenUp_IsNotThere(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        var findings = new Findings(front);

        foreach (var target in Targets(front))
        {
            foreach (var request in Asking(target))
            {
                var answer = await findings.AskAsync(request);
                findings.That(FindsNothing(answer, target), $"{request} finds nothing", answer);
                findings.That(PageChecks.Leaks(front, answer).Count == 0, $"{request} shows nothing", answer);
                // Some say one of their own with each error; that of a page is what must not be there.
                var seconds = answer.Header("Retry-After");
                findings.That(
                    seconds is null || front.Pages.All.All(page => page.RetryAfter != seconds),
                    $"{request} has nothing of a page's headers", answer);
            }
        }

        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Page_AskedForWhenGone_IsTheOneOfTheFailureAtMost(string server)
    {
        await using var front = await ServerPool.TakeWithoutAppAsync(server, test.CancellationToken);
        var findings = new Findings(front);

        await ExpectAtMostAsync(front, findings, findings.Gone);

        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Page_AskedForWhenDown_IsTheMaintenancePageAtMost(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        var findings = new Findings(front);
        await front.SwitchDownAsync();

        await ExpectAtMostAsync(front, findings, findings.Down);

        findings.AssertNone();
    }

    private static async Task ExpectAtMostAsync(FrontLease front, Findings findings, PageExpectation page)
    {
        foreach (var request in Targets(front).Select(target => new RawRequest("GET", target)))
        {
            var answer = await findings.AskAsync(request);
            if (answer.Status == page.Status)
            {
                findings.Expect(page, request.ToString(), answer);
            }
            else
            {
                findings.That(FindsNothing(answer, request.Target), $"{request} finds nothing", answer);
                findings.That(PageChecks.Leaks(front, answer).Count == 0, $"{request} shows nothing", answer);
            }
        }
    }

    // A byte that no file's name can have is more than some expect.
    private static bool FindsNothing(RawAnswer answer, string target)
        => answer.Status is 400 or 403 or 404 or 405 or 414
            || (answer.Status == 500 && target.Contains("%00", StringComparison.Ordinal));

    private static IEnumerable<RawRequest> Asking(string target)
    {
        yield return new RawRequest("GET", target);
        yield return new RawRequest("GET", target, ("Accept-Encoding", "br, gzip"), ("Accept", "application/json"));
        yield return new RawRequest("POST", target);
    }

    private static IEnumerable<string> Targets(FrontLease front)
    {
        // There is no folder of what lies beside where the server does not serve it.
        var files = Directory.EnumerateFiles(front.Setup.PagesRoot)
            .Concat(Directory.EnumerateFiles(front.Setup.ConfigRoot, "*", SearchOption.AllDirectories))
            .Where(file => !file.Contains(".en.", StringComparison.Ordinal))
            .Select(file => "/_downpage/" + Path.GetRelativePath(front.Setup.PagesRoot, file));
        return [.. files, .. Internal, .. FromAssets.Select(path => "/_downpage/assets/" + path)];
    }
}
