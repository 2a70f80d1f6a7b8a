using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DownPage.Servers.Tests.Harness;

/// <summary>A certificate for the loopback address, signed by itself, in the forms that servers read.</summary>
internal static class Certificates
{
    public const string Certificate = "certificate.pem";
    public const string Key = "key.pem";
    public const string Both = "certificate-and-key.pem";

    public static void Write(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        var (first, second) = (certificate.ExportCertificatePem() + "\n", key.ExportPkcs8PrivateKeyPem() + "\n");
        File.WriteAllText(Path.Combine(folder, Certificate), first);
        File.WriteAllText(Path.Combine(folder, Key), second);
        File.WriteAllText(Path.Combine(folder, Both), first + second);
    }
}
