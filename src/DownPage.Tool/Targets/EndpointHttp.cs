using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Authentication;

namespace DownPage.Tool.Targets;

/// <summary>
/// The endpoint over HTTP. Redirects are not followed: a token is for the address that was typed, and for no other.
/// </summary>
internal sealed class EndpointHttp : IOperatorTransport
{
    private const int MostBytes = 4 * 1024 * 1024;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    private readonly Uri address;
    private readonly TimeSpan timeout;
    private readonly EndpointCertificate certificate = new();
    private readonly HttpClient client;

    /// <param name="address">Of the endpoint.</param>
    /// <param name="token">Null: none is sent.</param>
    /// <param name="timeout">How long an answer may take, all of it.</param>
    public EndpointHttp(Uri address, string? token, TimeSpan timeout)
    {
        this.address = address;
        this.timeout = timeout;
        client = new HttpClient(Handler(certificate)) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json, application/problem+json");
        client.DefaultRequestHeaders.UserAgent.ParseAdd("downpage");
        if (token is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    public string Name => address.ToString();

    public async Task<EndpointReply> SendAsync(EndpointRequest request, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        try
        {
            using var message = Message(request);
            using var response = await client.SendAsync(
                message, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            return await ReplyAsync(response, deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unreachable(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"there is no answer within {timeout.TotalSeconds:0.#} s")
                + (request.Method == "GET" ? "" : "; whether the change was made is not known: 'downpage status' says"));
        }
        catch (HttpRequestException failed) when (failed.InnerException is AuthenticationException && certificate.Problem is { } why)
        {
            throw new ToolException(
                DiagnosticCodes.CertificateNotTrusted,
                $"The certificate of {address.Host} is not trusted: {why}. Use the name that it is made for, renew it, "
                + "or have this machine trust who issued it. Nothing was sent.");
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException)
        {
            throw Unreachable((failed.InnerException ?? failed).Message.TrimEnd('.'));
        }
    }

    public void Dispose() => client.Dispose();

    private static SocketsHttpHandler Handler(EndpointCertificate certificate) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = ConnectTimeout,
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, shown, chain, errors) => certificate.Check(shown, chain, errors),
        },
    };

    private HttpRequestMessage Message(EndpointRequest request)
    {
        var message = new HttpRequestMessage(
            new HttpMethod(request.Method), new Uri(address.AbsoluteUri + request.Path));
        if (request.IfMatch is { } match)
        {
            message.Headers.TryAddWithoutValidation("If-Match", match);
        }

        if (request.IfNoneMatch is { } none)
        {
            message.Headers.TryAddWithoutValidation("If-None-Match", none);
        }

        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return message;
    }

    private static async Task<EndpointReply> ReplyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[16 * 1024];
        while (body.Length <= MostBytes
            && await content.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            body.Write(buffer, 0, count);
        }

        // Nothing that is meant is so long: what is cut off is no JSON any more, and told as such.
        return new EndpointReply(
            (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, body.ToArray())
        {
            Location = response.Headers.Location?.ToString(),
            RetryAfter = response.Headers.RetryAfter switch
            {
                { Delta: { } delta } => delta,
                { Date: { } date } when response.Headers.Date is { } now && date > now => date - now,
                _ => null,
            },
        };
    }

    private ToolException Unreachable(string why)
        => new(
            DiagnosticCodes.EndpointUnreachable,
            $"{address} cannot be reached: {why}. Look at the address and at the network; on the app's machine, "
            + "--app DIR works without the app.");
}
