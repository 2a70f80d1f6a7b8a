using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DownPage.AspNetCore.Bypass;

/// <summary>
/// The response's body with a ribbon after its last byte. All that the app writes, flushes and sends goes to the server as if this
/// were not here; only the end is caught.
/// </summary>
internal sealed class RibbonedBody(HttpContext context, IHttpResponseBodyFeature body, MaintenanceState state)
    : IHttpResponseBodyFeature
{
    private byte[]? bar;
    private bool ended;

    public Stream Stream => body.Stream;

    public PipeWriter Writer => body.Writer;

    public void DisableBuffering() => body.DisableBuffering();

    public Task StartAsync(CancellationToken cancellationToken = default) => body.StartAsync(cancellationToken);

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default)
        => body.SendFileAsync(path, offset, count, cancellationToken);

    public async Task CompleteAsync()
    {
        await AppendAsync();
        await body.CompleteAsync();
    }

    /// <summary>When the headers are about to be sent, and nobody changes them any more.</summary>
    public Task DecideAsync()
    {
        var response = context.Response;
        InsiderRibbon.SetHeader(response, state);
        if (!ended && TakesBar(response))
        {
            bar = RibbonBar.Compose(state);
            response.ContentLength += bar.Length;

            // With the bar it is another document: no cache may keep it for visitors, nor compare it with the app's.
            response.Headers.CacheControl = "no-store";
            response.Headers.ETag = default;
            response.Headers.LastModified = default;
            response.Headers.AcceptRanges = default;
            response.Headers.ContentMD5 = default;
        }

        return Task.CompletedTask;
    }

    public async Task AppendAsync()
    {
        if (ended)
        {
            return;
        }

        if (!context.Response.HasStarted && Unflushed(body.Writer) > 0)
        {
            await body.StartAsync();
        }

        ended = true;
        if (bar is not null && !context.RequestAborted.IsCancellationRequested)
        {
            await body.Writer.FlushAsync();
            await body.Stream.WriteAsync(bar);
        }
    }

    private static long Unflushed(PipeWriter writer) => writer.CanGetUnflushedBytes ? writer.UnflushedBytes : 0;

    private static bool TakesBar(HttpResponse response)
        => response.StatusCode == StatusCodes.Status200OK
            && response.ContentLength != 0
            && response.Headers.ContentEncoding.Count == 0
            && IsHtml(response.ContentType);

    /// <summary>The bar is ASCII, which is the same in every encoding of the web but UTF-16.</summary>
    private static bool IsHtml(string? contentType)
        => contentType is not null
            && contentType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)
            && (contentType.Length == "text/html".Length || contentType["text/html".Length] is ';' or ' ')
            && !contentType.Contains("utf-16", StringComparison.OrdinalIgnoreCase);
}
