using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>Answers to operators on the wire.</summary>
internal static class OperatorResponse
{
    /// <summary>What every answer has: it is kept nowhere, taken for nothing else and shown by no other site.</summary>
    public static void SetHeaders(HttpResponse response)
    {
        var headers = response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    /// <param name="context">The request.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="address">The endpoint's own address, which its places are below.</param>
    public static Task WriteAsync(HttpContext context, OperatorAnswer answer, string address)
    {
        var response = context.Response;
        response.StatusCode = answer.StatusCode;
        response.Headers.ETag = answer.ETag;
        response.Headers.Allow = answer.Allow;
        response.Headers.Location = answer.Location is { } place ? address + place : default;
        if (answer.RetryAfter is { } wait)
        {
            response.Headers.RetryAfter =
                Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString("F0", CultureInfo.InvariantCulture);
        }

        return WriteAsync(context, answer.ContentType, answer.Body);
    }

    public static async Task WriteAsync(HttpContext context, string contentType, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        try
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // Nobody is there to be told.
        }
    }
}
