using System.Net;

namespace DownPage.FrontEnds.Tests.Programs;

/// <summary>What is written, as a real server reads it: odd names, weights, and answers that are replaced.</summary>
/// <param name="test">The Test.</param>
/// <param name="name">The server's, in <c>DownPageServers</c>.</param>
public abstract class RunTests(TestContext test, string name)
{
    /// <summary>The test that runs.</summary>
    protected TestContext Test { get; } = test;

    /// <summary>A folder's name with what means something to the server.</summary>
    private protected virtual string OddFolder => OddNames.Folder;

    [TestMethod]
    [Timeout(60_000)]
    public async Task OddNames_InEveryValue_AreReadAsTheyAreMeant()
    {
        NeedServer();
        using var app = new SmallApp();
        using var site = new DeployedSite(name, OddFolder, OddNames.Set);
        using var server = await StartAsync(site, app.Port);

        using var up = await server.AskAsync("/shop", Test.CancellationToken);
        await File.WriteAllTextAsync(site.Flag, "", Test.CancellationToken);
        using var down = await server.AskAsync("/shop", Test.CancellationToken);
        using var passing = await server.AskAsync(OddNames.Address, Test.CancellationToken);
        using var other = await server.AskAsync(OddNames.OtherAddress, Test.CancellationToken);

        Assert.AreEqual(HttpStatusCode.OK, up.StatusCode, server.Output);
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, down.StatusCode, server.Output);
        Assert.Contains("<body>503", await down.Content.ReadAsStringAsync(Test.CancellationToken));
        Assert.AreEqual(OddNames.Header, down.Headers.GetValues("X-Odd").Single());
        Assert.AreEqual(HttpStatusCode.OK, passing.StatusCode);
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, other.StatusCode);
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Weights_OfWhatClientsTake_AreHeeded()
    {
        NeedServer();
        using var site = new DeployedSite(name);
        using var server = await StartAsync(site, RunningServer.FreePort());

        var differences = await Choices.DifferencesAsync(server, Test.CancellationToken);

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
        using var site = new DeployedSite(name, change: options => options.Intercept = intercept);
        using var server = await StartAsync(site, app.Port);

        foreach (var status in (int[])[200, 404, 500, 502, 503, 504])
        {
            var target = FormattableString.Invariant($"/{status}");
            using var answer = await server.AskAsync(target, Test.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(Test.CancellationToken);

            var isPage = intercept && status >= 502;
            Assert.AreEqual(status, (int)answer.StatusCode);
            Assert.AreEqual(isPage, text.Contains($"<body>{target[1..]}", StringComparison.Ordinal), text);
            Assert.AreEqual(!isPage, answer.Headers.ETag is not null);
        }
    }

    /// <summary>Starts the server before an app that listens at a port, or does not.</summary>
    private protected abstract Task<RunningServer> StartAsync(DeployedSite site, int app);

    /// <summary>Where it is not installed, the test is inconclusive.</summary>
    private protected abstract void NeedServer();
}
