using System.Net;
using DownPage.FrontEnds.Tests.Programs;

namespace DownPage.FrontEnds.Tests.Lighttpd;

/// <summary>What is written, as the real server reads it; and networks, which its script compares itself.</summary>
[TestClass]
public sealed class LighttpdRunTests(TestContext test) : RunTests(test, "lighttpd")
{
    [TestMethod]
    [Timeout(60_000)]
    public async Task Networks_OfAnyLength_LetTheirAddressesPass()
    {
        NeedServer();
        using var app = new SmallApp();
        string[] networks = ["127.0.0.4/30", "127.1.2.3", "2001:db8::/32"];
        using var site = new DeployedSite("lighttpd", change: options => options.Allow = [.. networks]);
        using var server = await StartAsync(site, app.Port);
        await File.WriteAllTextAsync(site.Flag, "", Test.CancellationToken);

        foreach (var (address, passes) in ((string, bool)[])
            [("127.0.0.3", false), ("127.0.0.4", true), ("127.0.0.7", true), ("127.0.0.8", false), ("127.1.2.3", true)])
        {
            using var answer = await server.AskAsync(
                HttpMethod.Get, "/", IPAddress.Parse(address), Test.CancellationToken);

            Assert.AreEqual(passes ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable, answer.StatusCode, address);
        }
    }

    private protected override Task<RunningServer> StartAsync(DeployedSite site, int app)
        => LighttpdProgram.StartAsync(site, app, Test.CancellationToken);

    private protected override void NeedServer()
    {
        if (!LighttpdProgram.IsInstalled)
        {
            Assert.Inconclusive("lighttpd or its mod_magnet is not installed.");
        }
    }
}
