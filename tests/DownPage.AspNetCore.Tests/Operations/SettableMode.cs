using Microsoft.Extensions.Primitives;

namespace DownPage.AspNetCore.Tests.Operations;

/// <summary>A site whose state is what the test says.</summary>
internal sealed class SettableMode : IMaintenanceMode, IDisposable
{
    private CancellationTokenSource change = new();

    public event EventHandler<MaintenanceChangedEventArgs>? Changed;

    public MaintenanceState Current { get; private set; } = MaintenanceState.Up;

    /// <summary>Runs between a waiter's asking for the token and its look at the state.</summary>
    public Action? AfterToken { get; set; }

    public static MaintenanceState Down { get; } = new() { IsDown = true, Source = MaintenanceSource.DownFile };

    public IChangeToken GetChangeToken()
    {
        var token = new CancellationChangeToken(Volatile.Read(ref change).Token);
        var then = AfterToken;
        AfterToken = null;
        then?.Invoke();
        return token;
    }

    public void Set(MaintenanceState state)
    {
        var before = Current;
        Current = state;
        Interlocked.Exchange(ref change, new CancellationTokenSource()).Cancel();
        Changed?.Invoke(this, new MaintenanceChangedEventArgs(before, state));
    }

    public void Dispose() => change.Dispose();

    public Task<MaintenanceState> EnterAsync(
        MaintenanceRequest? request = null, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();

    public Task<MaintenanceState> UpdateAsync(MaintenanceRequest request, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();

    public Task<MaintenanceState> LeaveAsync(string? actor = null, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();
}
