using DownPage.Servers.Tests.Checks;
using DownPage.Servers.Tests.Harness;
using DownPage.Servers.Tests.Http;
using DownPage.Servers.Tests.Servers;

namespace DownPage.Servers.Tests.Scenarios;

/// <summary>
/// The app is taken down by its own down file: it writes the flag, and the server answers in its place.
/// </summary>
[TestClass]
public sealed class FlagTests(TestContext test)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task DownFile_WithoutAReload_HasTheServerAnswer(string server)
    {
        await using var front = await ServerPool.TakeWithoutAppAsync(server, test.CancellationToken);
        var findings = new Findings(front);
        var file = Path.Combine(front.Setup.SiteRoot, "maintenance.json");
        var request = new RawRequest("GET", "/shop");
        front.App.KeepsFlag = true;
        await front.AppUpAsync();
        try
        {
            await File.WriteAllTextAsync(file, "{}", test.CancellationToken);
            await front.UntilAsync(
                async () => (await front.GetAsync("/shop")).Status == 503, Patience, "that the site is down");
            if (front.Facts.FlagFile)
            {
                await front.UntilAsync(async () => !(await front.GetAsync("/shop")).IsOfApp, Patience, "its own page");
                await findings.ExpectAsync(findings.Down, request);
                await findings.ExpectAsync(findings.Down, request with { Method = "POST" });
            }

            // Whoever passes the server finds the app down, with the same page.
            var own = await findings.AskAsync(request with { From = FrontLease.Allowed });
            findings.That(own is { Status: 503, IsOfApp: true }, "the app answers the insider", own);
            findings.That(front.Pages.IsAny(own.Body), "with the page", own);

            var pass = await findings.AskAsync(new RawRequest("GET", "/_downpage/pass"));
            findings.That(pass is { Status: 200, IsOfApp: true }, "the page for testers is the app's", pass);

            // Gone altogether: the flag stays.
            await front.App.KillAsync();
            await findings.ExpectAsync(front.Facts.FlagFile ? findings.Down : findings.Gone, request);
            front.App.Launch();
        }
        finally
        {
            File.Delete(file);
        }

        await front.UntilAsync(
            async () => (await front.GetAsync("/shop")) is { Status: 200, IsOfApp: true }, Patience * 2, "the app");
        findings.AssertNone();
    }
}
