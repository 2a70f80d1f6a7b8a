using System.Collections.Concurrent;
using DownPage.Servers.Tests.Servers;

namespace DownPage.Servers.Tests.Harness;

/// <summary>The servers of the run: each runs once, and is lent to one test at a time.</summary>
internal static class ServerPool
{
    private static readonly ConcurrentDictionary<string, Place> Places = new(StringComparer.Ordinal);

    /// <summary>The server alone for oneself, with its app up. What a test has changed is undone after it.</summary>
    /// <param name="name">As in <c>DownPageServers</c>.</param>
    /// <param name="cancellationToken">Ends waiting, and whatever is asked by the lease.</param>
    public static async Task<FrontLease> TakeAsync(string name, CancellationToken cancellationToken)
    {
        var front = await TakeAnyAsync(name, cancellationToken);
        return await front.OrReturnAsync(front.AppUpAsync);
    }

    /// <summary>The same with its app gone: nobody listens.</summary>
    public static async Task<FrontLease> TakeWithoutAppAsync(string name, CancellationToken cancellationToken)
    {
        var front = await TakeAnyAsync(name, cancellationToken);
        return await front.OrReturnAsync(front.AppGoneAsync);
    }

    /// <summary>Ends all of them.</summary>
    public static async Task EndAsync()
    {
        foreach (var place in Places.Values.Where(place => place.Front.IsValueCreated))
        {
            if (place.Front.Value is { IsCompletedSuccessfully: true, Result: var front })
            {
                await front.EndAsync();
            }
        }
    }

    private static async Task<FrontLease> TakeAnyAsync(string name, CancellationToken cancellationToken)
    {
        var server = FrontServers.Find(name);
        if (!Command.IsInstalled(server.Program))
        {
            Assert.Inconclusive($"{server.Program} is not installed.");
        }

        if (server.NeededFiles.FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            Assert.Inconclusive($"{server.Title} has no {missing}: a package of its own has it.");
        }

        var place = Places.GetOrAdd(name, _ => new Place(server));
        await place.Turn.WaitAsync(cancellationToken);
        try
        {
            var front = await place.Front.Value.WaitAsync(cancellationToken);
            return new FrontLease(front, place.Turn, cancellationToken);
        }
        catch
        {
            place.Turn.Release();
            throw;
        }
    }

    private sealed class Place(FrontServer server)
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public Lazy<Task<RunningFront>> Front { get; } =
            new(() => RunningFront.StartAsync(server, CancellationToken.None));
    }
}
