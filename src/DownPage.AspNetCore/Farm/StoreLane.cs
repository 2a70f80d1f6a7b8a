using System.Collections.Concurrent;
using System.Globalization;

namespace DownPage.AspNetCore.Farm;

/// <summary>
/// A way to the store that nothing can block: each operation ends after the timeout, even if the client does not heed
/// the token. It is left behind then, and at most four are under way, those among them.
/// </summary>
/// <remarks>
/// Reading, changing and reporting have one each, so that the one that hangs does not keep the others from the store.
/// </remarks>
internal sealed class StoreLane(FarmContext farm)
{
    public const int Most = 4;

    private readonly Gate gate = new(Most);
    private volatile int running;

    /// <summary>How many operations are under way, also those that nobody waits for any more.</summary>
    public int Running => running;

    /// <exception cref="IOException">It failed, or took too long.</exception>
    public Task<MaintenanceModeStoreEntry?> ReadAsync(string key, CancellationToken cancellationToken)
        => CallAsync(token => farm.Store.ReadAsync(key, token), cancellationToken);

    /// <exception cref="IOException">It failed, or took too long: whether it was written is not known.</exception>
    public Task<bool> ReplaceAsync(
        string key, ReadOnlyMemory<byte> value, string? version, CancellationToken cancellationToken)
        => CallAsync(token => farm.Store.ReplaceAsync(key, value, version, token), cancellationToken);

    /// <exception cref="IOException">It failed, or took too long: whether it was written is not known.</exception>
    public Task PutAsync(
        string key, ReadOnlyMemory<byte> value, TimeSpan lifetime, CancellationToken cancellationToken)
        => CallAsync(
            async token =>
            {
                await farm.Store.PutAsync(key, value, lifetime, token);
                return true;
            },
            cancellationToken);

    /// <summary>Asks for many things, as many at a time as are let through, in no order.</summary>
    public static async Task<IReadOnlyList<TResult>> EachAsync<T, TResult>(
        IEnumerable<T> items, Func<T, Task<TResult>> ask)
        where T : notnull
    {
        var left = new ConcurrentQueue<T>(items);
        var results = new ConcurrentQueue<TResult>();
        await Task.WhenAll(Enumerable.Range(0, Most).Select(_ => WorkAsync()));
        return [.. results];

        async Task WorkAsync()
        {
            while (left.TryDequeue(out var item))
            {
                results.Enqueue(await ask(item));
            }
        }
    }

    private async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> operation, CancellationToken cancellationToken)
    {
        var patience = farm.Current.Timeout;
        using var late = new CancellationTokenSource(patience, farm.Clock);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        Task<T>? started = null;
        try
        {
            await gate.EnterAsync(ended.Token);
            started = StartAsync(operation, ended.Token);
            return await started.WaitAsync(ended.Token);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            var what = started is null ? "it has not answered earlier calls, and did not" : "it did not answer";
            throw new IOException(string.Create(
                CultureInfo.InvariantCulture, $"{what} within {patience.TotalSeconds:0.###} s"));
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            throw new IOException($"{failed.GetType().Name}: {failed.Message}", failed);
        }
        finally
        {
            // Whoever is left behind may fail later, and nobody looks.
            started?.ContinueWith(
                behind => behind.Exception,
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }

    private async Task<T> StartAsync<T>(Func<CancellationToken, Task<T>> operation, CancellationToken token)
    {
        Interlocked.Increment(ref running);
        try
        {
            return await Task.Factory.StartNew(
                () => operation(token), CancellationToken.None, TaskCreationOptions.DenyChildAttach, farm.Scheduler)
                .Unwrap();
        }
        finally
        {
            Interlocked.Decrement(ref running);
            gate.Leave();
        }
    }
}
