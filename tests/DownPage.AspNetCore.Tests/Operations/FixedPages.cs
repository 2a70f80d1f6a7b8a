using DownPage.AspNetCore.Operations;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Tests.Operations;

/// <summary>
/// Pages for some codes, written as answers are: headers of their own, Retry-After among them, and a body.
/// </summary>
internal sealed class FixedPages(params int[] codes) : IStatusPages
{
    public RequestDelegate? Find(int statusCode)
        => !codes.Contains(statusCode) ? null : context =>
        {
            var text = TextOf(statusCode);
            context.Response.StatusCode = statusCode;
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = text.Length;
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.TryAdd("Retry-After", "600");
            return context.Response.WriteAsync(text);
        };

    public bool TryAnswerAsset(HttpContext context, out Task answer)
    {
        answer = Task.CompletedTask;
        return false;
    }

    public static string TextOf(int statusCode) => $"<h1>The page for {statusCode}</h1>";
}
