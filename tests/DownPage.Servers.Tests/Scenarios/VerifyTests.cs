using DownPage.Servers.Tests.Harness;
using DownPage.Servers.Tests.Servers;

namespace DownPage.Servers.Tests.Scenarios;

/// <summary>The check that each guide ends with, typed as it stands there.</summary>
[TestClass]
public sealed class VerifyTests(TestContext test)
{
    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Verify_OfTheProbeWhenUp_FindsNothingWrong(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);

        var result = await VerifyAsync(front, "--probe");

        Assert.AreEqual(0, result.ExitCode, result.ToString());
        Assert.Contains("ok       page ", result.Output);
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Verify_WhenDown_FindsNothingWrong(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        await front.SwitchDownAsync();

        var result = await VerifyAsync(front);

        Assert.AreEqual(0, result.ExitCode, result.ToString());
    }

    // What a server cannot do is left out, as its guide says.
    private Task<DotnetResult> VerifyAsync(FrontLease front, params string[] options)
    {
        var facts = front.Facts;
        string[] skipped =
        [
            .. facts.Forms == Choosing.None ? new[] { "json", "text" } : [],
            .. facts.Languages == Choosing.None ? new[] { "language" } : [],
            .. facts.Encodings.Contains("gzip") ? [] : new[] { "gzip" },
        ];
        return DownPageCommand.RunAsync(
            front.Setup.SiteRoot,
            test.CancellationToken,
            [
                "verify", $"http://127.0.0.1:{front.Setup.Port}", .. options,
                .. skipped.Length > 0 ? ["--skip", .. skipped] : Array.Empty<string>(),
            ]);
    }
}
