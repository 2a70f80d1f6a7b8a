namespace DownPage.AspNetCore.Operations;

/// <summary>
/// Shut while all of the site is down. Read-only shuts it as well: that nothing is written is what the mode promises. A
/// part of the site does not: what runs in the background is rarely of one part only, and the app knows which.
/// </summary>
internal sealed class MaintenanceGate(IMaintenanceMode mode) : IMaintenanceGate
{
    public bool IsOpen => mode.Current is { IsDown: false } or { Scopes.Count: > 0 };

    public ValueTask WaitUntilOpenAsync(CancellationToken cancellationToken = default)
        => cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled(cancellationToken)
            : IsOpen ? ValueTask.CompletedTask
            : new ValueTask(WaitAsync(cancellationToken));

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // Asked for before the state is looked at, or a change in between would never be heard of.
            var change = mode.GetChangeToken();
            if (IsOpen)
            {
                return;
            }

            var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using (change.RegisterChangeCallback(
                static waiting => ((TaskCompletionSource?)waiting)?.TrySetResult(), changed))
            {
                await changed.Task.WaitAsync(cancellationToken);
            }
        }
    }
}
