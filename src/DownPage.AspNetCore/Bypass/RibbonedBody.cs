using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DownPage.AspNetCore.Bypass;

/// <summary>
/// The response's body with a ribbon after its last byte. All that the app writes, flushes and sends goes to the server
/// as it comes; the first of it is when the headers are looked at: before a compression outside adds its own, after one
/// inside did.
/// </summary>
internal sealed class RibbonedBody : IHttpResponseBodyFeature
{
    private readonly HttpContext context;
    private readonly IHttpResponseBodyFeature body;
    private readonly MaintenanceState state;
    private byte[]? bar;
    private bool decided;
    private bool ended;

    public RibbonedBody(HttpContext context, IHttpResponseBodyFeature body, MaintenanceState state)
    {
        this.context = context;
        this.body = body;
        this.state = state;
        Stream = new RibbonedStream(body.Stream, this);
        Writer = new RibbonedWriter(body.Writer, this);
    }

    public Stream Stream { get; }

    public PipeWriter Writer { get; }

    public void DisableBuffering() => body.DisableBuffering();

    public Task StartAsync(CancellationToken cancellationToken = default)
    {
        Decide();
        return body.StartAsync(cancellationToken);
    }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default)
    {
        Decide();
        return body.SendFileAsync(path, offset, count, cancellationToken);
    }

    public async Task CompleteAsync()
    {
        await AppendAsync();
        await body.CompleteAsync();
    }

    /// <summary>Adds what the bar needs to the headers, once, if the answer takes a bar.</summary>
    public void Decide()
    {
        if (decided)
        {
            return;
        }

        decided = true;
        var response = context.Response;
        if (!response.HasStarted && TakesBar(response))
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
    }

    public async Task AppendAsync()
    {
        if (ended)
        {
            return;
        }

        ended = true;
        if (!decided && Writer is { CanGetUnflushedBytes: true, UnflushedBytes: > 0 })
        {
            Decide();
        }

        if (bar is not null && !context.RequestAborted.IsCancellationRequested)
        {
            await body.Writer.FlushAsync();
            await body.Stream.WriteAsync(bar);
        }
    }

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
