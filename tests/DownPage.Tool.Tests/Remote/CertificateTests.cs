using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DownPage.RenderProtocol;

namespace DownPage.Tool.Tests.Remote;

/// <summary>A certificate that is not trusted is explained, and the token stays here.</summary>
[TestClass]
public sealed class CertificateTests
{
    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Token => TestContext.CancellationToken;

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    [DataRow("other.example", 0, "it is made for another name (CN=other.example)", DisplayName = "Another name")]
    [DataRow("127.0.0.1", 0, "nobody whom this machine trusts issued it (but CN=127.0.0.1)", DisplayName = "Its own issuer")]
    [DataRow("127.0.0.1", -400, " only", DisplayName = "Over")]
    public async Task Certificate_ThatIsNotTrusted_IsExplained(string name, int days, string expected)
    {
        using var certificate = Certificate(name, DateTimeOffset.UtcNow.AddDays(days));
        await using var server = await HostileServer.StartAsync(_ => Task.CompletedTask, certificate);

        var run = await RemoteRun.RunAsync(server.Url, "token", Token, "status");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith($"error {DiagnosticCodes.CertificateNotTrusted}: ", run.Error);
        Assert.Contains(expected, run.Error);
        Assert.IsEmpty(server.Authorizations);
    }

    private static X509Certificate2 Certificate(string name, DateTimeOffset middle)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(name);
        }

        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(middle.AddDays(-10), middle.AddDays(10));

        // A key that only this process knows serves no server on Windows.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
