using DownPage.AspNetCore.State;
using DownPage.Status;
using DownPage.Switching;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>What operators can do, whatever way they come.</summary>
internal sealed class OperatorApi(MaintenanceMonitor monitor, IStateStore store, StatusComposer status)
{
    /// <summary>Never throws but where <paramref name="cancellationToken"/> ends it.</summary>
    public async Task<OperatorAnswer> HandleAsync(OperatorCall call, CancellationToken cancellationToken)
    {
        var revision = StateRevision.Of(store.Held);
        monitor.Refresh();
        var now = await status.ComposeAsync(cancellationToken) with { Revision = revision };
        return new OperatorAnswer(call.Method == "GET" ? 200 : 405, "application/json", StatusWriter.Write(now), $"\"{revision}\"", null);
    }
}
