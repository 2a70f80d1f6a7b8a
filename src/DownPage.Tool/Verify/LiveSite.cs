using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using DownPage.Tool.Pages;

namespace DownPage.Tool.Verify;

/// <summary>The site as it answers: nothing is followed, decoded or kept.</summary>
internal sealed class LiveSite : IDisposable
{
    private readonly VerifyOrder order;
    private readonly HttpClient client;
    private string? refused;

    public LiveSite(VerifyOrder order)
    {
        this.order = order;
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = order.Timeout,
            SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = Accepts },
        })
        {
            Timeout = order.Timeout,
        };
    }

    /// <exception cref="ToolException">No answer came.</exception>
    public async Task<SiteAnswer> AskAsync(SiteRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(request.Method, request.Address);
        message.Headers.Host = order.HostHeader;
        message.Headers.UserAgent.ParseAdd("downpage-verify");
        if (request.Method == HttpMethod.Post)
        {
            message.Content = new StringContent("downpage=verify");
            message.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        }

        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var response = await client.SendAsync(
                message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return await ReadAsync(response, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Late(request.Address);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException)
        {
            throw Failed(request.Address, failed);
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<SiteAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(order.Timeout);
        await using var stream = await response.Content.ReadAsStreamAsync(limit.Token);
        using var body = new MemoryStream();
        var part = new byte[81920];
        for (int read; (read = await stream.ReadAsync(part, limit.Token)) > 0 && body.Length <= PageBytes.Longest;)
        {
            body.Write(part, 0, read);
        }

        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .GroupBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                group => group.Key,
                group => string.Join(", ", group.SelectMany(header => header.Value)),
                StringComparer.OrdinalIgnoreCase);
        return new SiteAnswer((int)response.StatusCode, headers, body.ToArray());
    }

    private bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        var why = new List<string>();
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            why.Add("it sends no certificate");
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            why.Add($"its certificate is for {certificate?.Subject}, not for this host");
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
        {
            why.AddRange(chain?.ChainStatus.Select(status => status.StatusInformation.TrimEnd('.', ' ', '\n')) ?? []);
        }

        refused = string.Join("; ", why.Distinct());
        return errors == SslPolicyErrors.None || order.IsInsecure;
    }

    private ToolException Late(Uri address)
        => new(
            DiagnosticCodes.NoAnswerInTime,
            FormattableString.Invariant($"{address} did not answer within {order.Timeout.TotalSeconds:0.#} s. The server ")
                + "in front waits for an app that hangs, or drops what it should refuse; --timeout 60s waits longer.");

    private ToolException Failed(Uri address, Exception failed)
    {
        for (var cause = failed; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AuthenticationException:
                    return new ToolException(
                        DiagnosticCodes.CertificateRefused,
                        $"{address.Authority}: no secure connection: "
                            + $"{(string.IsNullOrEmpty(refused) ? cause.Message : refused)}. Browsers refuse it, too, "
                            + "so visitors do not see the page. --insecure looks at the page all the same; "
                            + "--host-header NAME says which site of this machine is meant.");
                case SocketException
                {
                    SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain
                        or SocketError.NoRecovery
                }:
                    return new ToolException(
                        DiagnosticCodes.HostUnknown,
                        $"The name '{address.Host}' is not known: {cause.Message}. Look for a typing error; a site that "
                            + "has no name yet is asked by its address: downpage verify http://192.0.2.1 --host-header NAME.");
                case SocketException socket:
                    return new ToolException(
                        DiagnosticCodes.NotReachable,
                        $"Nothing can be reached at {address.Authority}: {socket.Message} No server listens there, or a "
                            + "firewall is between: the server in front, which is to show the page, has to run.");
                default:
                    break;
            }
        }

        return new ToolException(
            DiagnosticCodes.AnswerBroken,
            $"{address} answers, but not in HTTP, or not to the end: {failed.Message} Look whether port and scheme "
                + "(http, https) are right, and into the server's error log.");
    }
}
