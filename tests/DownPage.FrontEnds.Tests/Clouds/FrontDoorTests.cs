namespace DownPage.FrontEnds.Tests.Clouds;

[TestClass]
public sealed class FrontDoorTests(TestContext test)
{
    [TestMethod]
    public void Write_Container_HasWhatItsDockerfileCopies()
    {
        var files = CloudSite.Files("frontdoor");

        var copied = files["frontdoor/Dockerfile"].Split('\n').Where(line => line.StartsWith("COPY ", StringComparison.Ordinal))
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

        Assert.Contains($"location = {expected} {{", CloudSite.Files("frontdoor", options: options)["frontdoor/downpage.conf"]);
    }

    [TestMethod]
    public void Write_HeaderWithAVariable_IsRefused()
    {
        var options = new FrontEndOptions { Servers = ["frontdoor"], Headers = [new("X-Price", "5 $")] };

        Assert.AreEqual("DP0703", CloudSite.Refused("frontdoor", options: options).Code);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Write_Configuration_IsTakenByTheServer()
    {
        if (!Command.IsInstalled("nginx"))
        {
            Assert.Inconclusive("There is no nginx.");
        }

        var options = new FrontEndOptions
        {
            Servers = ["frontdoor"],
            Headers = [new("Content-Security-Policy", "default-src 'none'; style-src \"x\" {y} \\ #z")],
        };
        using var folder = new TempFolder();
        folder.Write("downpage.conf", CloudSite.Files("frontdoor", options: options)["frontdoor/downpage.conf"]);
        var main = folder.Write("nginx.conf", $$"""
            pid {{folder.PathOf("nginx.pid")}};
            error_log stderr;
            events { }
            http { access_log off; include downpage.conf; }
            """);

        var result = await Command.RunAsync("nginx", ["-t", "-p", folder.Root, "-e", "stderr", "-c", main], folder.Root, null, test.CancellationToken);

        Assert.AreEqual(0, result.ExitCode, result.Output);
    }
}
