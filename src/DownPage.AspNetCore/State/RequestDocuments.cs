using DownPage.DownFile;

namespace DownPage.AspNetCore.State;

/// <summary>Requests in code as they are written to the down file.</summary>
internal static class RequestDocuments
{
    /// <summary>The document with what the request says.</summary>
    public static DownFileDocument Over(this MaintenanceRequest request, DownFileDocument document) => document with
    {
        Mode = request.Mode switch { null => document.Mode, MaintenanceKind.ReadOnly => "readOnly", _ => "full" },
        Scopes = request.Scopes ?? document.Scopes,
        Message = request.Message ?? document.Message,
        Reason = request.Reason ?? document.Reason,
        Actor = request.Actor ?? document.Actor,
        Until = request.Until ?? document.Until,
        StatusCode = request.StatusCode ?? document.StatusCode,
        RetryAfter = request.RetryAfter ?? document.RetryAfter,
        Refresh = request.Refresh ?? document.Refresh,
        RedirectTo = request.RedirectTo ?? document.RedirectTo,
        AllowNetworks = request.AllowedNetworks ?? document.AllowNetworks,
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
