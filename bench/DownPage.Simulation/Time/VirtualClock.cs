namespace DownPage.Simulation.Time;

/// <summary>
/// Time that passes as fast as the machine can work, on one thread: what is due comes in its order, so that a run with
/// the same seed is the same run.
/// </summary>
internal sealed class VirtualClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private readonly PriorityQueue<(VirtualTimer Timer, long Version), (long Due, long Order)> due = new();
    private long ticks;
    private long order;

    public VirtualScheduler Scheduler { get; } = new();

    /// <summary>How long it has been running.</summary>
    public TimeSpan Now => TimeSpan.FromTicks(ticks);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(ticks);

    public override long GetTimestamp() => ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Starts something that goes on by itself.</summary>
    public Task Run(Func<Task> work) => Scheduler.Run(work);

    /// <summary>Lets time pass, and everything happen that is due in it.</summary>
    public void Advance(TimeSpan span)
    {
        var end = ticks + span.Ticks;
        Scheduler.RunAll();
        while (due.TryPeek(out var next, out var at) && at.Due <= end)
        {
            due.Dequeue();
            ticks = Math.Max(ticks, at.Due);
            next.Timer.Fire(next.Version);
            Scheduler.RunAll();
        }

        ticks = end;
    }

    /// <summary>Lets time pass until a work is done.</summary>
    /// <param name="work">The work.</param>
    /// <param name="most">After how long it is a fault that it is not done.</param>
    public T Finish<T>(Func<Task<T>> work, TimeSpan most)
    {
        var end = Now + most;
        var result = Scheduler.Run(work);
        while (!result.IsCompleted)
        {
            if (Now > end)
            {
                throw new TimeoutException($"It has not ended after {most}.");
            }

            Advance(TimeSpan.FromMilliseconds(1));
        }

        return result.GetAwaiter().GetResult();
    }

    public void Plan(VirtualTimer timer, long version, TimeSpan after)
        => due.Enqueue((timer, version), (ticks + after.Ticks, order++));
}
