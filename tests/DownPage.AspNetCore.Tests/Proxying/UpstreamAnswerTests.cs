namespace DownPage.AspNetCore.Tests.Proxying;

/// <summary>What the upstream says is the upstream's.</summary>
[TestClass]
public sealed class UpstreamAnswerTests(TestContext test)
{
    [TestMethod]
    [DataRow(200)]
    [DataRow(404)]
    [DataRow(500)]
    [DataRow(502)]
    [DataRow(503)]
    [DataRow(504)]
    [Timeout(30_000, CooperativeCancellation = true)]
    public async Task Answer_WithABody_Passes(int status)
    {
        await using var site = await ProxySite.StartAsync();
        await using var simple = await ProxySite.StartAsync(onlyOwn: false);

        foreach (var proxy in (ProxySite[])[site, simple])
        {
            using var response = await proxy.Client.GetAsync($"/says/{status}", test.CancellationToken);

            Assert.AreEqual(status, (int)response.StatusCode);
            Assert.AreEqual(
                $"the upstream's {status}", await response.Content.ReadAsStringAsync(test.CancellationToken));
            Assert.IsNull(response.Headers.RetryAfter);
        }
    }

    /// <summary>Its answer has no body, as the proxy's own failures have none: only <c>When</c> can tell.</summary>
    [TestMethod]
    [DataRow(502, true, "")]
    [DataRow(503, true, "")]
    [DataRow(504, true, "")]
    [DataRow(502, false, "<h1>The page for 502</h1>")]
    [DataRow(503, false, "<h1>The page for 503</h1>")]
    [Timeout(30_000, CooperativeCancellation = true)]
    public async Task Answer_WithoutABody_PassesWhereOnlyOwnFailuresAreMeant(int status, bool onlyOwn, string body)
    {
        await using var site = await ProxySite.StartAsync(onlyOwn);

        using var response = await site.Client.GetAsync($"/bare/{status}", test.CancellationToken);

        Assert.AreEqual(status, (int)response.StatusCode);
        Assert.AreEqual(body, await response.Content.ReadAsStringAsync(test.CancellationToken));
        Assert.IsTrue(response.Headers.Contains("X-App"));
        Assert.AreEqual(onlyOwn, response.Headers.RetryAfter is null);
    }

    [TestMethod]
    [DataRow("HEAD", "/says/503")]
    [DataRow("HEAD", "/bare/503")]
    [DataRow("OPTIONS", "/bare/503")]
    [Timeout(30_000, CooperativeCancellation = true)]
    public async Task Answer_ToHeadAndOptions_Passes(string method, string path)
    {
        await using var site = await ProxySite.StartAsync();

        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await site.Client.SendAsync(request, test.CancellationToken);

        Assert.AreEqual(503, (int)response.StatusCode);
        Assert.IsTrue(response.Headers.Contains("X-App"));
        Assert.IsNull(response.Headers.RetryAfter);
        Assert.AreEqual("", await response.Content.ReadAsStringAsync(test.CancellationToken));
    }
}
