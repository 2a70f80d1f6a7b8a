using DownPage.Testing;

namespace DownPage.Packages.Tests.Maintenance;

/// <summary>A net8.0 site compiled to native code, with the runtime package: not one warning, and it works.</summary>
[TestClass]
public sealed class AotSiteTests(TestContext testContext)
{
    private const int TimeoutMilliseconds = 15 * 60 * 1000;

    [TestMethod]
    [Timeout(TimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task AotSite_TakenDownAndUp_AnswersAsItShould()
    {
        if (!Command.IsInstalled("clang"))
            Assert.Inconclusive("clang links native code; it is not installed here.");
        using var site = await TestSite.CreateAsync("AotSite", testContext.CancellationToken);
        var published = await site.PublishAsync(testContext.CancellationToken, "-r", "linux-x64");
        published.Result.EnsureSuccess();
        Assert.IsFalse(File.Exists(Path.Combine(published.Directory, "AotSite.dll")), "compiled to native code");
        await using var running = await RunningSite.StartNativeAsync(published, testContext.CancellationToken);
        Assert.AreEqual(200, (await running.GetAsync("/", testContext.CancellationToken)).StatusCode);

        File.WriteAllText(Path.Combine(published.Directory, "maintenance.json"), """{ "message": "native" }""");

        var down = await UntilAsync(running, 503);
        Assert.Contains("native", down.Text);
        var json = await running.GetAsync("/x", testContext.CancellationToken, ("Accept", "application/problem+json"));
        Assert.Contains("\"status\":503", json.Text.Replace(" ", "", StringComparison.Ordinal));
        File.Delete(Path.Combine(published.Directory, "maintenance.json"));
        await UntilAsync(running, 200);
    }

    private async Task<RunningSiteAnswer> UntilAsync(RunningSite running, int status)
    {
        while (true)
        {
            var answer = await running.GetAsync("/", testContext.CancellationToken);
            if (answer.StatusCode == status)
                return answer;
            await Task.Delay(100, testContext.CancellationToken);
        }
    }
}
