namespace DownPage.Simulation.Time;

/// <summary>A timer of <see cref="VirtualClock"/>; plans that were changed since are passed over.</summary>
internal sealed class VirtualTimer(VirtualClock clock, Action callback) : ITimer
{
    private TimeSpan period = Timeout.InfiniteTimeSpan;
    private long version;

    public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
    {
        period = newPeriod;
        version++;
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            clock.Plan(this, version, dueTime);
        }

        return true;
    }

    public void Fire(long planned)
    {
        if (planned != version)
        {
            return;
        }

        if (period != Timeout.InfiniteTimeSpan && period > TimeSpan.Zero)
        {
            clock.Plan(this, version, period);
        }

        callback();
    }

    public void Dispose() => version++;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
