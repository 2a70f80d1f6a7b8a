using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace DownPage.AspNetCore.Bench;

/// <summary>What maintenance mode answers to a browser, caught from its pipeline.</summary>
internal sealed record MaintenancePage(int StatusCode, KeyValuePair<string, StringValues>[] Headers, byte[] Body)
{
    public static async Task<MaintenancePage> CaptureAsync()
    {
        using var pipeline = new Pipeline(
            options =>
            {
                options.Enabled = true;
                options.RetryAfterJitter = TimeSpan.Zero;
            },
            _ => Task.CompletedTask);
        var context = pipeline.Request("/");
        context.Request.Headers.AcceptEncoding = default;
        using var body = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        await pipeline.RunAsync(context);
        await context.Response.CompleteAsync();
        return new MaintenancePage(context.Response.StatusCode, [.. context.Response.Headers.Where(header => header.Key != "Content-Length")], body.ToArray());
    }
}
