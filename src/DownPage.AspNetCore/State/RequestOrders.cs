using DownPage.Switching;

namespace DownPage.AspNetCore.State;

/// <summary>Requests in code as orders.</summary>
internal static class RequestOrders
{
    public static DownOrder Order(this MaintenanceRequest request) => new()
    {
        Mode = request.Mode switch { null => null, MaintenanceKind.ReadOnly => "readOnly", _ => "full" },
        Scopes = request.Scopes,
        Message = request.Message,
        Until = request.Until,
        StatusCode = request.StatusCode,
        RetryAfter = request.RetryAfter,
        Refresh = request.Refresh,
        RedirectTo = request.RedirectTo,
        AllowNetworks = request.AllowedNetworks,
    };
}
