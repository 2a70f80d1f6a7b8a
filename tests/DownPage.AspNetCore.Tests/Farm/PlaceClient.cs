namespace DownPage.AspNetCore.Tests.Farm;

/// <summary>A node's way to the place: with delays, faults, and with or without comparing and writing in one.</summary>
internal sealed class PlaceClient(SharedPlace place, TimeProvider clock) : IMaintenanceModeStore
{
    /// <summary>How long each way takes.</summary>
    public Func<TimeSpan> Delay { get; set; } = () => TimeSpan.Zero;

    /// <summary>Throws, or waits, before an operation is done; the token is the operation's.</summary>
    public Func<string, CancellationToken, Task> Fault { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>As a cache does it: reads, compares, and writes a while later.</summary>
    public bool ComparesApart { get; init; }

    /// <summary>Between comparing and writing.</summary>
    public Func<Task> BeforeWriting { get; set; } = () => Task.CompletedTask;

    /// <summary>What was asked for, and when.</summary>
    public List<(string Operation, string Key, DateTimeOffset At)> Calls { get; } = [];

    public async Task<MaintenanceModeStoreEntry?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        await BeginAsync("read", key, cancellationToken);
        var there = place[key];
        await WayAsync(cancellationToken);
        return there;
    }

    public async Task<bool> ReplaceAsync(
        string key, ReadOnlyMemory<byte> value, string? version, CancellationToken cancellationToken)
    {
        await BeginAsync("replace", key, cancellationToken);
        if (place[key]?.Version != version)
        {
            return false;
        }

        if (ComparesApart)
        {
            await WayAsync(cancellationToken);
            await BeforeWriting();
        }

        place.Set(key, value);
        await WayAsync(cancellationToken);
        return true;
    }

    public async Task PutAsync(string key, ReadOnlyMemory<byte> value, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        await BeginAsync("put", key, cancellationToken);
        place.Set(key, value, lifetime);
    }

    private async Task BeginAsync(string operation, string key, CancellationToken cancellationToken)
    {
        Calls.Add((operation, key, clock.GetUtcNow()));
        await Fault(operation, cancellationToken);
        await WayAsync(cancellationToken);
    }

    private async Task WayAsync(CancellationToken cancellationToken)
    {
        if (Delay() is var delay && delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, clock, cancellationToken);
        }
    }
}
