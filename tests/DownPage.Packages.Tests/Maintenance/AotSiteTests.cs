using System.Net.Http.Headers;
using System.Text.Json;
using DownPage.Testing;

namespace DownPage.Packages.Tests.Maintenance;

/// <summary>A net8.0 site compiled to native code, with the runtime package: not one warning, and it works.</summary>
[TestClass]
public sealed class AotSiteTests(TestContext testContext)
{
    private const int TimeoutMilliseconds = 15 * 60 * 1000;

    // Its hash stands in the site's settings.
    private const string Token = "native-token-of-the-test-0123456789";

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

        Assert.Contains("\"source\": \"sharedStore\"", await OperateAsync(running, HttpMethod.Put, """{ "for": "20m", "message": "shared" }"""));
        Assert.Contains("shared", (await UntilAsync(running, 503)).Text);
        Assert.Contains("\"down\": false", await OperateAsync(running, HttpMethod.Delete, ""));
        await UntilAsync(running, 200);
        await AssertAnswersTheCommandAsync(published);
    }

    private async Task<string> OperateAsync(RunningSite running, HttpMethod method, string body)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(running.Address, "/maintenance-mode"));
        request.Headers.Authorization = new("Bearer", Token);
        if (body.Length > 0)
            request.Content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        using var response = await client.SendAsync(request, testContext.CancellationToken);
        return await response.Content.ReadAsStringAsync(testContext.CancellationToken);
    }

    /// <summary>What the command does with <c>--through-app</c>.</summary>
    private async Task AssertAnswersTheCommandAsync(PublishedSite published)
    {
        using var folder = new TempFolder();
        var answer = folder.PathOf("answer.json");
        var request = folder.Write(
            "request.json", $$"""{ "method": "GET", "path": "", "answer": {{JsonSerializer.Serialize(answer)}} }""");

        var result = await Command.RunAsync(
            Path.Combine(published.Directory, "AotSite"),
            [],
            published.Directory,
            new Dictionary<string, string> { ["DOWNPAGE_COMMAND"] = request },
            testContext.CancellationToken);

        Assert.AreEqual(0, result.ExitCode, result.ToString());
        Assert.Contains("\"status\":200", File.ReadAllText(answer), result.ToString());
        Assert.DoesNotContain("Now listening", result.Output);
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
