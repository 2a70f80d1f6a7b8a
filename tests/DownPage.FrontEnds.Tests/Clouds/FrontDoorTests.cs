namespace DownPage.FrontEnds.Tests.Clouds;

[TestClass]
public sealed class FrontDoorTests(TestContext test)
{
    [TestMethod]
    public void Write_Container_HasWhatItsDockerfileCopies()
    {
        var files = CloudSite.Files("frontdoor");

        var copied = files["frontdoor/Dockerfile"].Split('\n')
            .Where(line => line.StartsWith("COPY ", StringComparison.Ordinal))
            .Select(line => "frontdoor/" + line.Split(' ')[1]).ToList();
        Assert.HasCount(2, copied);
        foreach (var file in copied)
        {
            Assert.Contains(file, files.Keys);
        }
    }

    [TestMethod]
    [DataRow("/healthz", null, DisplayName = "nothing said")]
    [DataRow("/health/ready", "/health/ready", DisplayName = "the app's")]
    [DataRow("/healthz", "/api/*", DisplayName = "a folder is no probe")]
    [DataRow("/healthz", "/a;b", DisplayName = "nor is what nginx reads otherwise")]
    public void Write_Probe_IsWhatPassesToTheApp(string expected, string? bypass)
    {
        var options = new FrontEndOptions { Servers = ["frontdoor"], Bypass = bypass is null ? null : [bypass] };

        var server = CloudSite.Files("frontdoor", options: options)["frontdoor/downpage.conf"];

        Assert.Contains($"location = {expected} {{", server);
    }

    [TestMethod]
    public void Write_HeaderWithAVariable_IsRefused()
    {
        var options = new FrontEndOptions { Servers = ["frontdoor"], Headers = [new("X-Price", "5 $")] };

        Assert.AreEqual("DP0703", CloudSite.Refused("frontdoor", options: options).Code);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Write_Configuration_AnswersEverythingWithThePage()
    {
        if (!Command.IsInstalled("nginx"))
        {
            Assert.Inconclusive("There is no nginx.");
        }

        var options = new FrontEndOptions
        {
            Servers = ["frontdoor"],
            RetryAfter = 600,
            Headers = [new("Content-Security-Policy", "default-src 'none'; style-src \"x\" {y} \\ #z")],
        };
        await using var origin = await SecondOrigin.StartAsync(
            CloudSite.Files("frontdoor", options: options), test.CancellationToken);

        foreach (var method in new[] { "GET", "POST", "PUT", "DELETE", "OPTIONS" })
        {
            foreach (var path in new[] { "/", "/a/b?c=d", "/503.html", "/healthz/" })
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                request.Headers.TryAddWithoutValidation("If-Modified-Since", "Sat, 21 Nov 2099 00:00:00 GMT");
                request.Headers.TryAddWithoutValidation("Range", "bytes=0-4");
                request.Content = method == "POST" ? new ByteArrayContent(new byte[2_000_000]) : null;
                using var answer = await origin.Client.SendAsync(request, test.CancellationToken);

                Assert.AreEqual(503, (int)answer.StatusCode, $"{method} {path}");
                Assert.AreEqual(CloudSite.Page, await answer.Content.ReadAsStringAsync(test.CancellationToken));
                Assert.AreEqual("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
                Assert.AreEqual("600", answer.Headers.RetryAfter?.ToString());
                Assert.AreEqual("no-store", answer.Headers.CacheControl?.ToString());
                Assert.AreEqual(options.Headers[0].Value, answer.Headers.GetValues("Content-Security-Policy").Single());
                Assert.IsNull(answer.Headers.ETag);
            }
        }

        using var probe = await origin.Client.GetAsync("/healthz", test.CancellationToken);
        Assert.AreEqual(200, (int)probe.StatusCode);
    }
}
