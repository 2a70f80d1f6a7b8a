using DownPage.Status;
using DownPage.Switching;

namespace DownPage.Tool.Targets;

/// <summary>
/// Puts back what held before at a site that takes orders and no documents: as near as orders come to it.
/// </summary>
internal static class RestoreByOrders
{
    /// <inheritdoc cref="IStateTarget.RestoreAsync"/>
    public static async Task<TargetChange> RestoreAsync(
        IStateTarget target,
        StatusDocument before,
        string revision,
        ChangeOrigin origin,
        CancellationToken cancellationToken)
    {
        if (!before.Down)
        {
            return await target.UpAsync(origin, revision, cancellationToken);
        }

        if ((await target.ReadAsync(cancellationToken)).Revision != revision)
        {
            throw new ToolException(
                DiagnosticCodes.StateChangedMeanwhile,
                "Somebody else has changed the state meanwhile, and nothing was changed now.");
        }

        // Also where a window or the configuration held: taking the site up would shut the window.
        return await target.DownAsync(OrderOf(before), origin, cancellationToken);
    }

    private static DownOrder OrderOf(StatusDocument before) => new()
    {
        Mode = before.Mode,
        Scopes = before.Scopes,
        Message = before.Message ?? "",
        Until = before.Until,
        Forever = before.Until is null,
        StatusCode = before.StatusCode,
        RetryAfter = before.RetryAfter,
        Refresh = before.Refresh,
        RedirectTo = before.RedirectTo,
        AllowNetworks = before.AllowNetworks,
    };
}
