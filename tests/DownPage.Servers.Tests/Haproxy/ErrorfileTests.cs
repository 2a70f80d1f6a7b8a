using System.Text;
using DownPage.Servers.Tests.Harness;
using DownPage.Servers.Tests.Scenarios;

namespace DownPage.Servers.Tests.Haproxy;

/// <summary>Where <c>errorfiles</c> must stand, which a backend takes, and what HAProxy does with pages that are wrong.</summary>
[TestClass]
public sealed class ErrorfileTests(TestContext test)
{
    [TestMethod]
    [DataRow("", "    errorfiles downpage", true, DisplayName = "in the backend")]
    [DataRow("    errorfiles downpage", "", false, DisplayName = "in the frontend")]
    [Timeout(Limits.Test)]
    public async Task Errorfiles_BesideDebiansOwn_WinInTheBackendAlone(string frontend, string backend, bool isOurs)
    {
        await using var front = await ServerPool.TakeWithoutAppAsync("haproxy", test.CancellationToken);
        await using var spare = await SpareHaproxy.StartAsync(front, $"""
            frontend spare
                bind 127.0.0.1:{front.Setup.SparePort}
            {frontend}
                default_backend app
            backend app
            {backend}
                server app1 127.0.0.1:{front.Setup.AppPort}
            """);

        var answer = await spare.GetAsync("/shop", ("Accept", "application/json"));

        Assert.AreEqual(503, answer.Status);
        Assert.AreEqual(isOurs, answer.Text.Contains("page-503-en", StringComparison.Ordinal));
        Assert.AreEqual(isOurs ? "30" : null, answer.Header("Retry-After"));
    }

    [TestMethod]
    [Timeout(Limits.Test)]
    public async Task TwinBackend_OfAnAppThatHangs_AnswersInItsForm()
    {
        await using var front = await ServerPool.TakeAsync("haproxy", test.CancellationToken);
        await using var spare = await SpareHaproxy.StartAsync(front, $"""
            frontend spare
                bind 127.0.0.1:{front.Setup.SparePort}
                use_backend app-json if {"{ req.hdr(accept) -m beg application/json application/problem+json }"}
                default_backend app
            backend app
                errorfiles downpage
                server app1 127.0.0.1:{front.Setup.AppPort} check
            backend app-json
                errorfiles downpage-json
                server app1 127.0.0.1:{front.Setup.AppPort} track app/app1
            """);

        var json = await spare.GetAsync("/hang", ("Accept", "application/json"));
        var html = await spare.GetAsync("/hang", ("Accept", "text/html"));

        Assert.AreEqual(504, json.Status);
        Assert.AreEqual("application/problem+json", json.Header("Content-Type"));
        Assert.AreEqual(504, html.Status);
        Assert.Contains("page-504-en", html.Text);
    }

    [TestMethod]
    [Timeout(Limits.Test)]
    public async Task AppsOwn_IsReplacedByTheLinesForIntercept()
    {
        await using var front = await ServerPool.TakeAsync("haproxy", test.CancellationToken);
        await using var spare = await SpareHaproxy.StartAsync(front, $"""
            frontend spare
                bind 127.0.0.1:{front.Setup.SparePort}
                default_backend app
            backend app
                errorfiles downpage
                http-response return status 502 errorfiles downpage if {"{ status 502 }"}
                server app1 127.0.0.1:{front.Setup.AppPort}
            """);

        var replaced = await spare.GetAsync("/status/502");
        var left = await spare.GetAsync("/status/504");

        Assert.AreEqual(502, replaced.Status);
        Assert.Contains("page-502-en", replaced.Text);
        Assert.IsTrue(left.IsOfApp);
    }

    [TestMethod]
    [Timeout(Limits.Test)]
    public async Task Check_WithoutThePages_Refuses()
    {
        await using var front = await ServerPool.TakeWithoutAppAsync("haproxy", test.CancellationToken);

        var with = await front.Server.CheckAsync(front.Setup, test.CancellationToken);
        front.Pages.Remove();
        var without = await front.Server.CheckAsync(front.Setup, test.CancellationToken);

        Assert.AreEqual(0, with.ExitCode, with.Output);
        Assert.AreNotEqual(0, without.ExitCode);
        Assert.Contains("DownPage: cannot read", without.Output);
    }

    [TestMethod]
    [DataRow("tune.bufsize 65536", 0, DisplayName = "with a larger buffer")]
    [DataRow("", 1, DisplayName = "with the usual buffer")]
    [Timeout(Limits.Test)]
    public async Task PageOf40Kilobytes_NeedsALargerBuffer(string more, int exitCode)
    {
        await using var front = await ServerPool.TakeWithoutAppAsync("haproxy", test.CancellationToken);
        var page = new string('x', 40_000);
        var file = front.Setup.PathOf("large.http");
        await File.WriteAllTextAsync(
            file, $"HTTP/1.1 503 Service Unavailable\r\nContent-Length: {page.Length}\r\n\r\n{page}", Encoding.ASCII,
            test.CancellationToken);
        var configuration = front.Setup.Write("large.cfg", SpareHaproxy.Text($"""
            http-errors large
                errorfile 503 {file}
            frontend large
                bind 127.0.0.1:{front.Setup.SparePort}
                errorfiles large
            """, more));

        var result = await Command.RunAsync(
            "haproxy", ["-c", "-f", configuration], front.Setup.Folder, null, test.CancellationToken);

        Assert.AreEqual(exitCode, result.ExitCode, result.Output);
    }
}
