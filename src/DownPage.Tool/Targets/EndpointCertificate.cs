using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace DownPage.Tool.Targets;

/// <summary>
/// What is wrong with a server's certificate, in words: the exception of a connection does not say it.
/// </summary>
internal sealed class EndpointCertificate
{
    /// <summary>Null: nothing was.</summary>
    public string? Problem { get; private set; }

    public bool Check(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        Problem = errors == SslPolicyErrors.None ? null : string.Join("; ", Problems(certificate, chain, errors));
        return errors == SslPolicyErrors.None;
    }

    private static IEnumerable<string> Problems(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            yield return "the server has none";
            yield break;
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            yield return $"it is made for another name ({certificate.Subject})";
        }

        if (!errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
        {
            yield break;
        }

        var status = (chain?.ChainStatus ?? []).Aggregate(
            X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
        if (status.HasFlag(X509ChainStatusFlags.NotTimeValid) && certificate is X509Certificate2 dated)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"it holds from {dated.NotBefore.ToUniversalTime():u} to {dated.NotAfter.ToUniversalTime():u} only");
        }

        if (status.HasFlag(X509ChainStatusFlags.UntrustedRoot) || status.HasFlag(X509ChainStatusFlags.PartialChain))
        {
            yield return $"nobody whom this machine trusts issued it (but {certificate.Issuer})";
        }

        const X509ChainStatusFlags told = X509ChainStatusFlags.NotTimeValid
            | X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain;
        if ((status & ~told) is not X509ChainStatusFlags.NoError and var rest)
        {
            yield return rest.ToString();
        }
    }
}
