using Microsoft.AspNetCore.Http;

namespace DownPage.Tool.Tests.Verify;

/// <summary>A proxy as small as can be: asks another site, and hands on what it answers.</summary>
internal static class Relay
{
    public static async Task AnswerAsync(HttpContext context, HttpClient client)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), "/");
        foreach (var name in new[] { "Accept", "Accept-Language", "Accept-Encoding", "If-None-Match", "Range" })
        {
            request.Headers.TryAddWithoutValidation(name, context.Request.Headers[name].ToArray());
        }

        using var answer = await client.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key is not ("Transfer-Encoding" or "Date" or "Server")))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
