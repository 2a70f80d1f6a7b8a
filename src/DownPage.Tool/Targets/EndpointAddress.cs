
namespace DownPage.Tool.Targets;

/// <summary>The address of an endpoint, as it is typed.</summary>
internal static class EndpointAddress
{
    private const string UsualPath = "/maintenance-mode";

    /// <param name="text">What was typed; of an address without a path, the usual one is meant.</param>
    /// <param name="allowHttp">Whether a token may go over the network unencrypted.</param>
    /// <param name="warn">Told what should be looked at.</param>
    /// <exception cref="ToolException">It is none, or not an encrypted one.</exception>
    public static Uri Parse(string text, bool allowHttp, Action<string> warn)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https")
            || address.Query.Length > 0
            || address.Fragment.Length > 0
            || address.UserInfo.Length > 0)
        {
            // What is typed may hold a password: it is not repeated.
            throw new ToolException(
                DiagnosticCodes.EndpointAddressInvalid,
                "--url (or DOWNPAGE_URL) is no address of an endpoint: it must be https://HOST/PATH, such as "
                + "https://shop.example/maintenance-mode, without a user, a query or a fragment.")
            { ExitCode = ExitCode.Usage };
        }

        if (address.Scheme == "http" && !address.IsLoopback)
        {
            if (!allowHttp)
            {
                throw new ToolException(
                    DiagnosticCodes.EndpointNotEncrypted,
                    $"{address} is not encrypted: everybody on the way could read the token and use it. Use https, or "
                    + "run the command on the app's machine; --insecure-http is for a network that you trust.")
                { ExitCode = ExitCode.Usage };
            }

            warn($"{address.Host} is reached without encryption: whoever is on the way can read the token.");
        }

        var path = address.AbsolutePath.TrimEnd('/');
        return new UriBuilder(address) { Path = path.Length == 0 ? UsualPath : path }.Uri;
    }
}
