using DownPage.Servers.Tests.Checks;
using DownPage.Servers.Tests.Harness;
using DownPage.Servers.Tests.Http;
using DownPage.Servers.Tests.Servers;

namespace DownPage.Servers.Tests.Scenarios;

/// <summary>The app is gone: nobody listens where it did.</summary>
[TestClass]
public sealed class GoneTests(TestContext test)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"];

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task AnyMethod_WhenGone_GetsThePage(string server)
    {
        await using var front = await ServerPool.TakeWithoutAppAsync(server, test.CancellationToken);
        var findings = new Findings(front);

        foreach (var method in Methods)
        {
            await findings.ExpectAsync(findings.Gone, new RawRequest(method, "/shop/orders?id=1"));
        }

        byte[] large = new byte[100 * 1024];
        await findings.ExpectAsync(findings.Gone, new RawRequest("POST", "/echo") { Body = "name=value"u8.ToArray() });
        await findings.ExpectAsync(findings.Gone, new RawRequest("POST", "/echo") { Body = large });
        await findings.ExpectAsync(findings.Gone, new RawRequest("PUT", "/echo") { Body = large });
        await findings.ExpectAsync(
            findings.Gone, new RawRequest("POST", "/echo", ("Expect", "100-continue")) { Body = "name=value"u8.ToArray() });

        findings.AssertNone();
    }
}
