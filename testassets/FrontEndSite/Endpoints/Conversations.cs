using System.Collections.Concurrent;
using System.Net.WebSockets;

namespace FrontEndSite.Endpoints;

/// <summary>Answers that take their time.</summary>
internal static class Conversations
{
    private static readonly ConcurrentDictionary<string, TaskCompletionSource> Waiting = new();

    public static void MapConversations(this WebApplication app)
    {
        app.MapGet("/events/{name}", EventsAsync);
        app.MapPost("/events/{name}/go-on", (string name) => Gate(name).TrySetResult());
        app.Map("/socket", SocketAsync);
        app.MapGet("/slow", async (int ms) =>
        {
            await Task.Delay(ms);
            return "app-slow";
        });
    }

    // The second event comes when somebody has seen the first one.
    private static async Task EventsAsync(string name, HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        await context.Response.WriteAsync("data: app-first\n\n");
        await context.Response.Body.FlushAsync();
        await Gate(name).Task.WaitAsync(context.RequestAborted);
        await context.Response.WriteAsync("data: app-last\n\n");
    }

    private static async Task SocketAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[4096];
        while (await socket.ReceiveAsync(buffer, context.RequestAborted) is { MessageType: not WebSocketMessageType.Close } part)
        {
            await socket.SendAsync(
                buffer.AsMemory(0, part.Count), part.MessageType, part.EndOfMessage, context.RequestAborted);
        }

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
    }

    private static TaskCompletionSource Gate(string name)
        => Waiting.GetOrAdd(name, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
