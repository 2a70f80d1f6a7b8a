using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace DownPage.AspNetCore.Tests.Proxying;

/// <summary>
/// Passes every request on, and what comes back. Its own failures have a status, no body, and a feature that tells them
/// apart: 502 where the upstream is not there or breaks off, 504 where it does not answer in time. An answer that has
/// begun is broken off.
/// </summary>
internal sealed class StandInForwarder(Uri upstream, TimeSpan patience) : IDisposable
{
    private static readonly string[] OfTheConnection =
        ["Connection", "Keep-Alive", "Transfer-Encoding", "Upgrade", "Host"];

    private readonly HttpMessageInvoker invoker = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
    });

    public async Task ForwardAsync(HttpContext context)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        timeout.CancelAfter(patience);
        try
        {
            using var request = Request(context);
            using var response = await invoker.SendAsync(request, timeout.Token);
            timeout.CancelAfter(Timeout.InfiniteTimeSpan);
            CopyHead(response, context.Response);
            await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or OperationCanceledException or IOException)
        {
            Fail(context, exception);
        }
    }

    public void Dispose() => invoker.Dispose();

    private HttpRequestMessage Request(HttpContext context)
    {
        var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method), new Uri(upstream, context.Request.GetEncodedPathAndQuery()));
        if (context.Request.ContentLength > 0)
        {
            request.Content = new StreamContent(context.Request.Body);
        }

        foreach (var (name, values) in context.Request.Headers)
        {
            if (!OfTheConnection.Contains(name, StringComparer.OrdinalIgnoreCase)
                && !request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        return request;
    }

    private static void CopyHead(HttpResponseMessage from, HttpResponse to)
    {
        to.StatusCode = (int)from.StatusCode;
        foreach (var (name, values) in from.Headers.Concat(from.Content.Headers))
        {
            if (!OfTheConnection.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                to.Headers[name] = values.ToArray();
            }
        }
    }

    private static void Fail(HttpContext context, Exception exception)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        context.Response.StatusCode = exception is OperationCanceledException ? 504 : 502;
        context.Features.Set<IForwardingFailure>(new ForwardingFailure(exception));
    }
}
