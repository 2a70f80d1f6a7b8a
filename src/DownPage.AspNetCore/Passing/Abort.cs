using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Passing;

internal static class Abort
{
    /// <summary>Whether somebody stopped because the visitor is gone, which is no failure.</summary>
    public static bool Is(Exception exception, HttpContext context)
        => exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested;
}
