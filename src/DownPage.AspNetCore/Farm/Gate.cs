namespace DownPage.AspNetCore.Farm;

/// <summary>
/// Lets a number of callers in at a time. Unlike the framework's it hands over where the one waiting wants to go on, so
/// that a simulation on one thread stays there.
/// </summary>
internal sealed class Gate(int places)
{
    private readonly Queue<TaskCompletionSource> waiting = [];
    private int free = places;

    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (waiting)
        {
            if (free > 0)
            {
                free--;
                return;
            }

            waiting.Enqueue(turn);
        }

        using var ended = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
        await turn.Task;
    }

    public void Leave()
    {
        lock (waiting)
        {
            while (waiting.TryDequeue(out var next))
            {
                if (next.TrySetResult())
                {
                    return;
                }
            }

            free++;
        }
    }
}
