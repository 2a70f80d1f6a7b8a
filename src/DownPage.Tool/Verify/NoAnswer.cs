using System.Net.Sockets;
using System.Security.Authentication;

namespace DownPage.Tool.Verify;

/// <summary>Why no answer came, and where to look: each cause has a code of its own.</summary>
internal static class NoAnswer
{
    public static ToolException Late(Uri address, TimeSpan timeout)
        => new(
            DiagnosticCodes.NoAnswerInTime,
            FormattableString.Invariant($"{address} did not answer within {timeout.TotalSeconds:0.#} s. ")
                + "The server in front waits for an app that hangs, or drops what it should refuse; "
                + "--timeout 60s waits longer.");

    /// <param name="address">What was asked.</param>
    /// <param name="failed">How it failed.</param>
    /// <param name="refused">What is wrong with the certificate. Null or empty: nothing that is known.</param>
    public static ToolException Of(Uri address, Exception failed, string? refused)
    {
        for (var cause = failed; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AuthenticationException:
                    return Insecure(address, string.IsNullOrEmpty(refused) ? Plain(cause) : refused);
                case SocketException
                {
                    SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain
                        or SocketError.NoRecovery
                }:
                    return Unknown(address, cause);
                case SocketException { SocketErrorCode: not (SocketError.ConnectionReset or SocketError.Shutdown) }:
                    return Unreachable(address, cause);
                default:
                    break;
            }
        }

        return new ToolException(
            DiagnosticCodes.AnswerBroken,
            $"{address} answers, but not in HTTP, or not to the end: {Plain(failed)}. Look whether port and scheme "
                + "(http, https) are right, and into the server's error log.");
    }

    private static string Plain(Exception failed) => failed.Message.TrimEnd('.');

    private static ToolException Insecure(Uri address, string why)
        => new(
            DiagnosticCodes.CertificateRefused,
            $"{address.Authority}: no secure connection: {why}. Browsers refuse it, too, so visitors do not see the "
                + "page. --insecure looks at the page all the same; --host-header NAME says which site of this machine "
                + "is meant.");

    private static ToolException Unknown(Uri address, Exception cause)
        => new(
            DiagnosticCodes.HostUnknown,
            $"The name '{address.Host}' is not known: {Plain(cause)}. Look for a typing error; a site that has no name "
                + "yet is asked by its address: downpage verify http://192.0.2.1 --host-header NAME.");

    private static ToolException Unreachable(Uri address, Exception cause)
        => new(
            DiagnosticCodes.NotReachable,
            $"Nothing can be reached at {address.Authority}: {Plain(cause)}. No server listens there, or a firewall is "
                + "between: the server in front, which is to show the page, has to run.");
}
