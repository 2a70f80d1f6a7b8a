using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Answers;

/// <summary>Sends bytes to a client that may have gone.</summary>
internal static class AnswerWriter
{
    /// <summary>The body with the headers that describe it; for HEAD these alone.</summary>
    public static Task WriteAsync(HttpContext context, AnswerBody body, string contentType)
    {
        var (request, response) = (context.Request, context.Response);
        var headers = response.Headers;
        var coding = body.CodingFor(request.Headers.AcceptEncoding);
        var content = body.In(coding);
        headers.ContentType = contentType;
        headers.ContentLength = content.Length;
        headers.ContentLanguage = body.Culture;
        headers.ContentEncoding = coding switch
        {
            ContentCoding.Brotli => "br",
            ContentCoding.Gzip => "gzip",
            _ => default,
        };
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : SendAsync(context, content);
    }

    private static Task SendAsync(HttpContext context, ReadOnlyMemory<byte> content)
    {
        try
        {
            var flush = context.Response.BodyWriter.WriteAsync(content);
            if (!flush.IsCompletedSuccessfully)
            {
                return AwaitAsync(context, flush);
            }

            _ = flush.GetAwaiter().GetResult();
        }
        catch (Exception failed) when (IsGone(context, failed))
        {
            // Nobody is there to be told.
        }

        return Task.CompletedTask;
    }

    private static async Task AwaitAsync(HttpContext context, ValueTask<FlushResult> flush)
    {
        try
        {
            await flush;
        }
        catch (Exception failed) when (IsGone(context, failed))
        {
            // As above.
        }
    }

    private static bool IsGone(HttpContext context, Exception failed)
        => failed is OperationCanceledException or IOException || context.RequestAborted.IsCancellationRequested;
}
