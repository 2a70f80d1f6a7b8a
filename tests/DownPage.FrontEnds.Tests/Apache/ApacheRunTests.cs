using DownPage.FrontEnds.Tests.Programs;

namespace DownPage.FrontEnds.Tests.Apache;

/// <summary>What is written, as the real server reads it.</summary>
[TestClass]
public sealed class ApacheRunTests(TestContext test) : RunTests(test, "apache")
{
    private protected override string OddFolder => OddNames.Folder + " %{X} {d}";

    private protected override Task<RunningServer> StartAsync(DeployedSite site, int app)
        => ApacheProgram.StartAsync(site, app, Test.CancellationToken);

    private protected override void NeedServer()
    {
        if (!ApacheProgram.IsInstalled)
        {
            Assert.Inconclusive("apache2 is not installed.");
        }
    }
}
