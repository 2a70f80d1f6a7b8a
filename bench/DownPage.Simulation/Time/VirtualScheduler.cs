namespace DownPage.Simulation.Time;

/// <summary>Everything on the thread of the simulation, in the order in which it came to be due.</summary>
internal sealed class VirtualScheduler : TaskScheduler
{
    private readonly Queue<Task> waiting = [];
    private readonly int thread = Environment.CurrentManagedThreadId;
    private volatile bool hasStray;

    public override int MaximumConcurrencyLevel => 1;

    public Task Run(Func<Task> work)
        => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    public Task<T> Run<T>(Func<Task<T>> work)
        => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    /// <exception cref="InvalidOperationException">Something went on elsewhere: no run would be the same.</exception>
    public void RunAll()
    {
        if (hasStray)
        {
            throw new InvalidOperationException("Something has left the thread of the simulation.");
        }

        while (waiting.TryDequeue(out var next))
        {
            TryExecuteTask(next);
        }
    }

    protected override void QueueTask(Task task)
    {
        if (Environment.CurrentManagedThreadId != thread)
        {
            // Thrown here, nobody would hear of it.
            hasStray = true;
            return;
        }

        waiting.Enqueue(task);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => waiting;
}
