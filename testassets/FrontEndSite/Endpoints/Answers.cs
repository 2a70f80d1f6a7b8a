using System.Net.Mime;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace FrontEndSite.Endpoints;

/// <summary>Answers of the app's own, which a front end has to leave alone.</summary>
internal static class Answers
{
    private static readonly DateTimeOffset Changed = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly byte[] Text = [.. Enumerable.Range(0, 2600).Select(number => (byte)('a' + number % 26))];

    public static void MapAnswers(this WebApplication app)
    {
        app.Map("/status/{code:int}", Status);
        app.Map("/echo", EchoAsync);
        app.Map("/headers", Received);
        app.MapMethods("/etag", ["GET", "HEAD"], () => Results.Bytes(
            Text, MediaTypeNames.Text.Plain, enableRangeProcessing: true, lastModified: Changed,
            entityTag: new EntityTagHeaderValue("\"one\"")));
    }

    // With ?body=1 there is a body, with ?retry=7 a Retry-After.
    private static async Task Status(int code, bool? body, string? retry, HttpResponse response)
    {
        response.StatusCode = code;
        if (retry is not null)
        {
            response.Headers.RetryAfter = retry;
        }

        if (body == true)
        {
            response.ContentType = "text/html; charset=utf-8";
            await response.WriteAsync($"<!DOCTYPE html><title>app</title>app-own-{code}");
        }
    }

    private static async Task<string> EchoAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return $"app-echo {request.Method} {body.Length} {Convert.ToHexStringLower(SHA256.HashData(body.ToArray()))}";
    }

    private static string Received(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget;
        var headers = context.Request.Headers.Select(header => $"{header.Key}: {header.Value}");
        return $"{context.Request.Method} {target}\n{string.Join('\n', headers)}\n";
    }
}
