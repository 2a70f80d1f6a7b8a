using System.Net.Sockets;
using System.Text;

namespace DownPage.AspNetCore.Tests.Passing;

/// <summary>Request lines as they are on the wire: what the server makes of a path before the rules see it.</summary>
[TestClass]
public sealed class KestrelPathTests
{
    private static readonly string[] Refused = ["HTTP/1.1 503", "Refuse"];

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow("GET /admin/x", "Pass")]
    [DataRow("GET /%61dmin/x", "Pass", DisplayName = "encoded letter")]
    [DataRow("GET /secret/../admin/x", "Pass", DisplayName = "resolved by the server")]
    [DataRow("GET http://example.org/admin/x", "Pass", DisplayName = "absolute form")]
    [DataRow("GET /admin?x=/../secret", "Pass", DisplayName = "in the query")]
    [DataRow("GET /admin/../secret", "Refuse")]
    [DataRow("GET /admin/%2e%2e/secret", "Refuse")]
    [DataRow("GET /admin/.%2E/secret", "Refuse")]
    [DataRow("GET /admin/..%2Fsecret", "Refuse")]
    [DataRow("GET /admin/..%5Csecret", "Refuse")]
    [DataRow("GET /admin\\..\\secret", "Refuse")]
    [DataRow("GET /admin/%252e%252e/secret", "Refuse")]
    [DataRow("GET /admin/..;/secret", "Refuse")]
    [DataRow("GET //admin/x", "Refuse")]
    [DataRow("GET /admin%2Fx", "Refuse")]
    [DataRow("GET /admin;/x", "Refuse")]
    [DataRow("GET /secret", "Refuse")]
    [DataRow("GET /secret?/admin", "Refuse")]
    [DataRow("GET /secret#/admin", "Refuse", DisplayName = "browsers send no fragment")]
    [DataRow("GET /admin%00", "400", DisplayName = "the server refuses NUL")]
    [DataRow("GET http://example.org/secret", "Refuse")]
    [DataRow("OPTIONS *", "Refuse")]
    public async Task RequestLine_AsSent_PassesOnlyBelowThePrefix(string line, string says)
    {
        await using var site = await GateSite.StartAsync(
            options => options.Allow.Prefixes.Add("/admin"), kestrel: true);

        var answer = await SendAsync(site.Address, line);

        foreach (var part in says == "Refuse" ? Refused : [says])
        {
            Assert.Contains(part, answer);
        }
    }

    private async Task<string> SendAsync(Uri address, string line)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, TestContext.CancellationToken);
        var stream = client.GetStream();
        var request = $"{line} HTTP/1.1\r\nHost: example.org\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(TestContext.CancellationToken);
    }
}
