using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Bypass;

/// <summary>The address that takes the secret: shows a form to GET, gives the cookie to POST.</summary>
internal sealed partial class BypassEndpoint(
    string path, BypassSecrets secrets, BypassCookie cookie, TimeProvider clock)
{
    private readonly WrongTries tries = WrongTries.Of(clock);

    /// <summary>One slash at the end is the same path, as everywhere in this package.</summary>
    public bool IsFor(HttpRequest request)
    {
        var asked = request.Path.Value.AsSpan();
        return asked.StartsWith(path, StringComparison.OrdinalIgnoreCase)
            && (asked.Length == path.Length || (asked.Length == path.Length + 1 && asked[^1] == '/'));
    }

    public Task AnswerAsync(HttpContext context)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
        {
            return BypassPage.Form.WriteAsync(context);
        }

        if (HttpMethods.IsPost(method))
        {
            return TakeAsync(context);
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD, POST";
        context.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private async Task TakeAsync(HttpContext context)
    {
        if (!tries.TryBegin(out var wait, out var isLast))
        {
            context.Response.Headers.RetryAfter =
                Math.Ceiling(wait.TotalSeconds).ToString("F0", CultureInfo.InvariantCulture);
            await BypassPage.TooManyTries.WriteAsync(context);
            return;
        }

        var form = await BypassForm.ReadAsync(context);
        if (form is null || secrets.Find(form.Secret) is not { } secret)
        {
            if (isLast && LoggerOf(context) is { } warned)
            {
                Log.TooManyTries(warned);
            }

            await (form is null ? BypassPage.Unreadable : BypassPage.WrongSecret).WriteAsync(context);
            return;
        }

        tries.TakeBack();
        cookie.Give(context, secret, clock.GetUtcNow());
        if (LoggerOf(context) is { } logger)
        {
            Log.TesterPassed(logger);
        }

        BypassPage.SetHeaders(context.Response);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location =
            LocalReturn.Of(form.Return ?? context.Request.Query["return"], context.Request.PathBase);
    }

    private static ILogger? LoggerOf(HttpContext context)
        => context.RequestServices?.GetService<ILoggerFactory>()?.CreateLogger<BypassGate>();

    private static partial class Log
    {
        [LoggerMessage(
            70, LogLevel.Information, "A tester gave the secret and passes from now on.", EventName = "TesterPassed")]
        public static partial void TesterPassed(ILogger logger);

        [LoggerMessage(
            71,
            LogLevel.Warning,
            "Too many wrong secrets within a minute: the page for testers takes none for a while.",
            EventName = "TooManyTries")]
        public static partial void TooManyTries(ILogger logger);
    }
}
