using System.Net;
using System.Net.Security;

namespace DownPage.Servers.Tests.Http;

/// <summary>Asks by HTTP/2, and by nothing less.</summary>
internal static class Http2Client
{
    public static async Task<RawAnswer> AskAsync(string port, RawRequest request, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // The certificate is the run's own.
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == "CN=localhost",
            },
        };
        using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(20) };
        using var message = new HttpRequestMessage(
            new HttpMethod(request.Method), $"https://127.0.0.1:{port}{request.Target}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = request.Body is { } body ? new ByteArrayContent(body) : null,
        };
        message.Headers.Host = request.Host;
        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(message, cancellationToken);
        return new RawAnswer(
            (int)response.StatusCode,
            [.. response.Headers.Concat(response.Content.Headers)
                .SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value)))],
            await response.Content.ReadAsByteArrayAsync(cancellationToken),
            IsCut: false);
    }
}
