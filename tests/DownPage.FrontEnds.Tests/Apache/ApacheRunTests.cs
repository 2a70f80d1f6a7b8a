using System.Net;
using DownPage.FrontEnds.Tests.Programs;

namespace DownPage.FrontEnds.Tests.Apache;

/// <summary>What is written, as the real Apache httpd reads it: odd names, weights, and answers that are replaced.</summary>
[TestClass]
public sealed class ApacheRunTests(TestContext test)
{
    private const string Name = "apache";

    [TestMethod]
    [Timeout(60_000)]
    public async Task OddNames_InEveryValue_AreReadAsTheyAreMeant()
    {
        NeedServer();
        using var app = new SmallApp();
        using var site = new DeployedSite(Name, OddNames.Folder + " %{X} {d}", OddNames.Set);
        using var server = await ApacheProgram.StartAsync(site, app.Port, test.CancellationToken);

        using var up = await server.AskAsync("/shop", test.CancellationToken);
        await File.WriteAllTextAsync(site.Flag, "", test.CancellationToken);
        using var down = await server.AskAsync("/shop", test.CancellationToken);
        using var passing = await server.AskAsync(OddNames.Address, test.CancellationToken);
        using var other = await server.AskAsync(OddNames.OtherAddress, test.CancellationToken);

        Assert.AreEqual(HttpStatusCode.OK, up.StatusCode, server.Output);
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, down.StatusCode, server.Output);
        Assert.Contains("<body>503", await down.Content.ReadAsStringAsync(test.CancellationToken));
        Assert.AreEqual(OddNames.Header, down.Headers.GetValues("X-Odd").Single());
        Assert.AreEqual(HttpStatusCode.OK, passing.StatusCode);
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, other.StatusCode);
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Weights_OfWhatClientsTake_AreHeeded()
    {
        NeedServer();
        using var site = new DeployedSite(Name);
        using var server = await ApacheProgram.StartAsync(site, RunningServer.FreePort(), test.CancellationToken);

        var differences = await Choices.DifferencesAsync(server, test.CancellationToken);

        Assert.IsEmpty(differences, string.Join('\n', differences));
    }

    [TestMethod]
    [DataRow(false, DisplayName = "left alone")]
    [DataRow(true, DisplayName = "replaced")]
    [Timeout(60_000)]
    public async Task OwnAnswer_OfTheApp_IsReplacedOnlyWhereThatIsAskedFor(bool intercept)
    {
        NeedServer();
        using var app = new SmallApp();
        using var site = new DeployedSite(Name, change: options => options.Intercept = intercept);
        using var server = await ApacheProgram.StartAsync(site, app.Port, test.CancellationToken);

        foreach (var status in (int[])[200, 404, 500, 502, 503, 504])
        {
            var target = FormattableString.Invariant($"/{status}");
            using var answer = await server.AskAsync(target, test.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(test.CancellationToken);

            var isPage = intercept && status >= 502;
            Assert.AreEqual(status, (int)answer.StatusCode);
            Assert.AreEqual(isPage, text.Contains($"<body>{target[1..]}", StringComparison.Ordinal), text);
            Assert.AreEqual(!isPage, answer.Headers.ETag is not null);
        }
    }

    private static void NeedServer()
    {
        if (!ApacheProgram.IsInstalled)
        {
            Assert.Inconclusive("apache2 is not installed.");
        }
    }
}
