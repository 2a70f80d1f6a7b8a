using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace DownPage.AspNetCore.Operations;

/// <summary>
/// Gives errors that come without a body, such as those of a proxy without an upstream, the page of the build for their
/// code.
/// </summary>
/// <param name="next">The rest of the pipeline.</param>
/// <param name="pages">The pages.</param>
/// <param name="when">Which of these errors are meant. Null: all.</param>
internal sealed class DownPagesMiddleware(
    RequestDelegate next, IStatusPages pages, Func<HttpContext, bool>? when = null)
{
    public Task InvokeAsync(HttpContext context)
    {
        // What a page shows must be there for as long as the page is, whatever the rest of the pipeline says.
        if (pages.TryAnswerAsset(context, out var asset))
        {
            return asset;
        }

        if (!CanTakePage(context))
        {
            return next(context);
        }

        // As UseStatusCodePages has it: whoever sets it to false, as [SkipStatusCodePages] does, keeps the answer bare.
        var wanted = context.Features.Get<IStatusCodePagesFeature>();
        if (wanted is null)
        {
            wanted = new StatusCodePagesFeature();
            context.Features.Set(wanted);
        }

        var body = context.Features.Get<IHttpResponseBodyFeature>();
        var running = next(context);
        return running.IsCompletedSuccessfully
            ? Fill(context, wanted, body)
            : FillAfterAsync(running, context, wanted, body);
    }

    private async Task FillAfterAsync(
        Task running, HttpContext context, IStatusCodePagesFeature wanted, IHttpResponseBodyFeature? body)
    {
        await running;
        await Fill(context, wanted, body);
    }

    private Task Fill(HttpContext context, IStatusCodePagesFeature wanted, IHttpResponseBodyFeature? body)
    {
        var response = context.Response;
        if (response.StatusCode is < 400 or > 599
            || !wanted.Enabled
            || !IsBare(response)
            || context.Features.Get<IHttpResponseBodyFeature>() != body
            || context.GetEndpoint()?.Metadata.GetMetadata<ISkipStatusCodePagesMetadata>() is not null)
        {
            return Task.CompletedTask;
        }

        if (pages.Find(response.StatusCode) is not { } answer || when?.Invoke(context) == false)
        {
            return Task.CompletedTask;
        }

        Prepare(response);
        return answer(context);
    }

    /// <summary>
    /// Protocols of programs have their own way to say what went wrong, OPTIONS among them, a browser's question before
    /// a request to another origin. An answer to HEAD never has a body: only who knows which errors are meant can tell
    /// one that the app has more to say of.
    /// </summary>
    private bool CanTakePage(HttpContext context)
    {
        var request = context.Request;
        return (when is not null || !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method))
            && !HttpMethods.IsConnect(request.Method)
            && !string.Equals(request.Headers.Upgrade, "websocket", StringComparison.OrdinalIgnoreCase)
            && request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) != true;
    }

    /// <summary>Neither sent, nor written and not yet flushed, nor said to be something.</summary>
    private static bool IsBare(HttpResponse response)
        => !response.HasStarted
            && response.ContentLength is null or 0
            && string.IsNullOrEmpty(response.ContentType)
            && (!response.BodyWriter.CanGetUnflushedBytes || response.BodyWriter.UnflushedBytes == 0);

    /// <summary>What was said of the body was of one that did not come.</summary>
    private static void Prepare(HttpResponse response)
    {
        response.ContentLength = null;
        response.Headers.ContentEncoding = default;
        response.Headers.TransferEncoding = default;
    }
}
