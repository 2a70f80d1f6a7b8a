using System.Diagnostics;
using DownPage.Servers.Tests.Checks;
using DownPage.Servers.Tests.Harness;
using DownPage.Servers.Tests.Http;
using DownPage.Servers.Tests.Servers;

namespace DownPage.Servers.Tests.Scenarios;

/// <summary>The app comes back.</summary>
[TestClass]
public sealed class ReturnTests(TestContext test)
{
    private static readonly RawRequest Request = new("GET", "/shop");

    // What a busy machine adds to the server's own time.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task App_ThatStarts_IsAskedAgainSoonAfterItListens(string server)
    {
        await using var front = await ServerPool.TakeWithoutAppAsync(server, test.CancellationToken);
        var findings = new Findings(front);
        long? listens = null;
        var pages = 0;

        front.App.Launch();
        while (true)
        {
            var isUp = await front.App.AnswersAsync(test.CancellationToken);
            listens ??= isUp ? Stopwatch.GetTimestamp() : null;
            var answer = await findings.AskAsync(Request);
            if (answer.IsOfApp)
            {
                break;
            }

            // Until then everybody gets the page, and nothing else.
            findings.Expect(findings.Gone, "before the app's first answer", answer);
            pages++;
            Assert.IsTrue(
                listens is not { } since || Stopwatch.GetElapsedTime(since) < front.Facts.ReturnTakes + Slack,
                $"{front.Server.Title} does not ask the app again. It printed:\n{front.Output}");
            await Task.Delay(10, test.CancellationToken);
        }

        Assert.IsGreaterThan(0, pages);
        for (var number = 0; number < 20; number++)
        {
            await findings.ExpectAppAsync(Request);
        }

        findings.AssertNone();
    }
}
