using System.Diagnostics;

namespace DownPage.AspNetCore.Farm;

/// <summary>
/// Reads the shared state again and again, one reading at a time, each node at moments of its own: so the store is not
/// asked by all at once, and a change is followed within the interval.
/// </summary>
internal sealed class SharedStateReader(SharedState state, FarmContext farm) : IDisposable
{
    private const double ShortestPart = 0.5;
    private const double LeastPause = 0.25;

    private readonly CancellationTokenSource stopped = new();
    private Task loop = Task.CompletedTask;

    /// <summary>Reads once, for at most the timeout, then goes on in the background.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var began = farm.Clock.GetTimestamp();
        await ReadAsync(cancellationToken);
        loop = RunAsync(farm.Clock.GetElapsedTime(began), stopped.Token);
    }

    public async Task StopAsync()
    {
        stopped.Cancel();
        await loop;
    }

    /// <summary>Ends it at once; whoever wants to wait for the end may still stop it afterwards.</summary>
    public void Dispose() => stopped.Cancel();

    private async Task RunAsync(TimeSpan took, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Pause(took), farm.Clock, cancellationToken);
                var began = farm.Clock.GetTimestamp();
                await ReadAsync(cancellationToken);
                took = farm.Clock.GetElapsedTime(began);
            }
        }
        catch (OperationCanceledException)
        {
            Debug.WriteLine("The shared state is not read any more.");
        }
    }

    /// <summary>
    /// A change just after the reading before was answered is known when the next one is: two readings and the pause
    /// between them have to be within the interval.
    /// </summary>
    private TimeSpan Pause(TimeSpan took)
    {
        var interval = farm.Current.Interval;
        var pause = farm.Jitter(interval, ShortestPart) - (2 * took);
        return pause < interval * LeastPause ? interval * LeastPause : pause;
    }

    /// <summary>Nothing ends the loop but its end: not a handler that throws, not a logger.</summary>
    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await state.ReadAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            Debug.WriteLine(fault);
        }
    }
}
