using System.Net;
using DownPage.Tool.Tests.Verify;

namespace DownPage.Tool.Tests.Offline;

/// <summary>An app on Kestrel that runs while <c>offline</c> and <c>online</c> are typed.</summary>
[TestClass]
public sealed class OfflineAppTests(TestContext test)
{
    [TestMethod]
    [Timeout(120_000)]
    public async Task OfflineAndOnline_AppThatRuns_ShowsThePageMeanwhile()
    {
        using var pages = PublishedPages.Usual();
        await using var app = await LiveApp.StartAsync(pages.Root, isDown: null);
        using var client = new HttpClient { BaseAddress = new Uri(app.Address) };
        using var before = await client.GetAsync("/", test.CancellationToken);

        await ToolRun.RunAsync(pages.Root, TimeProvider.System, "offline");
        await UntilAsync(client, HttpStatusCode.ServiceUnavailable);
        var page = await (await client.GetAsync("/any/path", test.CancellationToken))
            .Content.ReadAsStringAsync(test.CancellationToken);
        var verify = await VerifyTests.RunAsync(pages.Root, "verify", app.Address, "--skip", "language,text,json");
        await ToolRun.RunAsync(pages.Root, TimeProvider.System, "online");
        await UntilAsync(client, HttpStatusCode.OK);

        Assert.AreEqual(HttpStatusCode.OK, before.StatusCode);
        Assert.AreEqual(pages.Read("_downpage/503.html"), page);
        Assert.AreEqual(ExitCode.Success, verify.ExitCode, verify.Out + verify.Error);
    }

    private async Task UntilAsync(HttpClient client, HttpStatusCode status)
    {
        while (true)
        {
            using var answer = await client.GetAsync("/", test.CancellationToken);
            if (answer.StatusCode == status)
            {
                return;
            }

            await Task.Delay(50, test.CancellationToken);
        }
    }
}
