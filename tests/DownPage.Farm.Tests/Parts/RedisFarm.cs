using System.Diagnostics;
using DownPage.AspNetCore;

namespace DownPage.Farm.Tests.Parts;

/// <summary>Nodes that share a Redis, each by a line of its own.</summary>
internal sealed class RedisFarm : IAsyncDisposable
{
    /// <summary>Within how long a node follows.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(150);

    /// <summary>
    /// How much later than the interval a machine may be that does much else. Far below <see cref="StoreTimeout"/>.
    /// </summary>
    public static readonly TimeSpan Busy = TimeSpan.FromSeconds(1);

    /// <summary>After how long an operation on Redis has failed.</summary>
    public static readonly TimeSpan StoreTimeout = TimeSpan.FromSeconds(2);

    private const int EnoughAnswers = 20;

    private readonly List<FarmNode> nodes = [];

    private RedisFarm(RedisServer redis) => Redis = redis;

    public RedisServer Redis { get; }

    public IReadOnlyList<FarmNode> Nodes => nodes;

    /// <param name="size">How many nodes.</param>
    /// <param name="keepsData">Whether Redis has after a restart what it had before.</param>
    public static async Task<RedisFarm> StartAsync(int size = 3, bool keepsData = false)
    {
        var farm = new RedisFarm(await RedisServer.StartAsync(keepsData));
        for (var node = 0; node < size; node++)
        {
            await farm.AddNodeAsync();
        }

        return farm;
    }

    public async Task<FarmNode> AddNodeAsync()
    {
        var node = await FarmNode.StartAsync(Redis.Port, SetUp);
        nodes.Add(node);
        return node;
    }

    /// <summary>A node that starts when whoever is there has had the time to say what holds.</summary>
    public async Task<FarmNode> AddNodeAfterIntervalAsync()
    {
        await Task.Delay(Interval + (Busy / 2));
        return await AddNodeAsync();
    }

    /// <summary>Waits until all nodes follow what the first does, and it is this.</summary>
    /// <returns>How long it took.</returns>
    public Task<TimeSpan> AgreeAsync(bool down, string? actor = null) => AgreeAsync(nodes, down, actor);

    /// <param name="some">The nodes that are to agree.</param>
    /// <param name="down">Whether the site is to be down.</param>
    /// <param name="actor">Who must have taken it down. Null: whoever.</param>
    public static async Task<TimeSpan> AgreeAsync(IReadOnlyList<FarmNode> some, bool down, string? actor = null)
    {
        var start = Stopwatch.GetTimestamp();
        while (!some.All(Follows))
        {
            if (Stopwatch.GetElapsedTime(start) > Interval + Busy)
            {
                Assert.Fail($"After {Interval + Busy}: {string.Join("; ", some.Select(Describe))}");
            }

            await Task.Delay(5);
        }

        return Stopwatch.GetElapsedTime(start);

        bool Follows(FarmNode node)
            => node.State.IsDown == down
                && (actor is null || !down || string.Equals(node.State.Actor, actor, StringComparison.Ordinal))
                && string.Equals(node.Revision, some[0].Revision, StringComparison.Ordinal);
    }

    /// <summary>Stays as it is for a while: looked at all the time.</summary>
    public static async Task StayAsync(IEnumerable<FarmNode> some, bool down, TimeSpan span)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < span)
        {
            foreach (var node in some)
            {
                Assert.AreEqual(down, node.State.IsDown, Describe(node));
            }

            await Task.Delay(10);
        }
    }

    /// <summary>The visitors of all nodes saw the app or the page, always, and soon.</summary>
    public async Task AssertNobodyNoticedAsync()
    {
        foreach (var node in nodes)
        {
            // Of a node that has just started, nobody can have asked much.
            var start = Stopwatch.GetTimestamp();
            while (node.Load.Count < EnoughAnswers && Stopwatch.GetElapsedTime(start) < StoreTimeout)
            {
                await Task.Delay(10);
            }

            Assert.IsEmpty(node.Load.Faults, string.Join("; ", node.Load.Faults.Take(5)));
            Assert.IsGreaterThanOrEqualTo(EnoughAnswers, node.Load.Count, "Nobody asked.");
            Assert.IsLessThan(StoreTimeout, node.Load.Between(0, long.MaxValue).Max(), "A request waited for Redis.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }

        await Redis.DisposeAsync();
    }

    private static void SetUp(MaintenanceFarmOptions farm)
    {
        farm.Interval = Interval;
        farm.Timeout = StoreTimeout;
        farm.Heartbeat = TimeSpan.FromSeconds(1);
        farm.KeyPrefix = "farm:";
    }

    private static string Describe(FarmNode node)
        => $"{node.State.IsDown} {node.State.Actor} {node.Revision} [{string.Join(", ", node.Log.Entries.TakeLast(5))}]";
}
