namespace DownPage.AspNetCore.Tests.Farm;

/// <summary>
/// A clock with a thread of its own: everything that is awaited goes on there, one after the other, and time passes
/// only when nothing is left to be done.
/// </summary>
internal sealed class VirtualTime : TimeProvider
{
    private readonly Queue<Action> work = [];
    private readonly PriorityQueue<VirtualTimer, (DateTimeOffset Due, long Number)> timers = new();
    private DateTimeOffset now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private long numbers;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Runs to the end what the test does.</summary>
    public static void Run(Func<VirtualTime, Task> test)
    {
        var time = new VirtualTime();
        var outer = SynchronizationContext.Current;
        var thread = new OneThread(time.work);
        SynchronizationContext.SetSynchronizationContext(thread);
        try
        {
            var running = test(time);
            while (!running.IsCompleted)
            {
                time.Step();
                Assert.IsFalse(thread.HasStrayed, "Something was awaited that goes on on another thread.");
            }

            running.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    /// <summary>What the test framework's own assertion does, but on this thread.</summary>
    public static async Task<TException> ThrowsAsync<TException>(Func<Task> action)
        where TException : Exception
    {
        try
        {
            await action();
        }
        catch (TException thrown)
        {
            return thrown;
        }

        Assert.Fail($"{typeof(TException).Name} was not thrown.");
        throw new InvalidOperationException();
    }

    public Task Pass(TimeSpan span) => Task.Delay(span, this);

    private void Step()
    {
        if (work.TryDequeue(out var next))
        {
            next();
        }
        else if (timers.TryDequeue(out var timer, out var due))
        {
            if (timer.Number == due.Number)
            {
                now = due.Due > now ? due.Due : now;
                timer.Ring();
            }
        }
        else
        {
            throw new InvalidOperationException("Everything waits, and no time is set for anything.");
        }
    }

    private sealed class OneThread(Queue<Action> work) : SynchronizationContext
    {
        private readonly int own = Environment.CurrentManagedThreadId;

        public bool HasStrayed { get; private set; }

        public override void Post(SendOrPostCallback d, object? state)
        {
            HasStrayed |= Environment.CurrentManagedThreadId != own;
            work.Enqueue(() => d(state));
        }

        public override void Send(SendOrPostCallback d, object? state) => d(state);
    }

    private sealed class VirtualTimer(VirtualTime time, Action callback) : ITimer
    {
        private TimeSpan again = Timeout.InfiniteTimeSpan;

        /// <summary>Of the entry that counts; others are of times that were set before.</summary>
        public long Number { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            again = period;
            Number = ++time.numbers;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                time.timers.Enqueue(this, (time.now + dueTime, Number));
            }

            return true;
        }

        public void Ring()
        {
            Change(again, again);
            callback();
        }

        public void Dispose() => Number = ++time.numbers;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
