using DownPage.DownFile;

namespace DownPage.Switching;

/// <summary>Orders as they are written to the down file.</summary>
internal static class DownDocuments
{
    /// <summary>The document with what the order says.</summary>
    public static DownFileDocument Over(this DownOrder order, DownFileDocument document, ChangeOrigin origin)
        => document with
        {
            Mode = order.Mode ?? document.Mode,
            Scopes = order.Scopes ?? document.Scopes,
            Message = order.Message ?? document.Message,
            Reason = origin.Reason ?? document.Reason,
            Actor = origin.Actor ?? document.Actor,
            Until = order.Forever ? null : order.Until ?? document.Until,
            StatusCode = order.StatusCode ?? document.StatusCode,
            RetryAfter = order.RetryAfter ?? document.RetryAfter,
            Refresh = order.Refresh ?? document.Refresh,
            RedirectTo = order.RedirectTo ?? document.RedirectTo,
            AllowNetworks = order.AllowNetworks ?? document.AllowNetworks,
            BypassSecretHash = order.BypassSecretHash ?? document.BypassSecretHash,
        };

    /// <summary>What of a document outlasts a time of being down.</summary>
    public static DownFileDocument Kept(this DownFileDocument document) => new()
    {
        Down = false,
        Windows = document.Windows,
        Unknown = document.Unknown,
        BypassSecretHash = document.BypassSecretHash,
        BypassGeneration = document.BypassGeneration,
    };
}
