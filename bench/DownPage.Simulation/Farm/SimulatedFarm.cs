using DownPage.AspNetCore;
using DownPage.Simulation.Time;
using DownPage.Switching;

namespace DownPage.Simulation.Farm;

/// <summary>Many nodes and the store that they share, in virtual time.</summary>
internal sealed class SimulatedFarm
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly List<SimulatedNode> nodes = [];
    private readonly MaintenanceFarmOptions options;
    private readonly JitteredRandom jittered;
    private readonly Random random;
    private readonly int size;
    private int changes;
    private int generation;

    /// <param name="size">How many nodes.</param>
    /// <param name="interval">Within how long they are to follow.</param>
    /// <param name="jitter">How they spread their readings.</param>
    /// <param name="seed">The same makes the same run.</param>
    public SimulatedFarm(int size, TimeSpan interval, Jitter jitter, int seed)
    {
        this.size = size;
        options = new MaintenanceFarmOptions { Interval = interval };
        random = new Random(seed);
        jittered = new JitteredRandom(seed + 1, jitter);
        Cache = new SimulatedCache(Clock, random);
    }

    public VirtualClock Clock { get; } = new();

    public SimulatedCache Cache { get; }

    /// <summary>Starts new nodes, of other names, in the place of those there are, at random moments of a span.</summary>
    public void Start(TimeSpan spread)
    {
        nodes.ForEach(node => node.Dispose());
        nodes.Clear();
        generation++;
        for (var number = 0; number < size; number++)
        {
            var node = new SimulatedNode($"machine-{number}:{generation}", Cache, options, Clock, jittered);
            var after = spread * random.NextDouble();
            nodes.Add(node);
            _ = Clock.Run(async () =>
            {
                await Task.Delay(after, Clock);
                await node.StartAsync();
            });
        }
    }

    /// <summary>Changes the state through some node, and lets the time pass until all follow.</summary>
    /// <returns>How long each node took, from when the change was asked for.</returns>
    public IReadOnlyList<TimeSpan> Change()
    {
        var began = Clock.Now;
        var origin = new ChangeOrigin(ChangeSource.Code, $"change {++changes}");
        var change = changes % 2 == 1
            ? StateChange.Down(new DownOrder(), origin)
            : StateChange.Up(origin, (_, _) => false);
        var writer = nodes[random.Next(size)];
        var revision = Clock.Finish(() => writer.ChangeAsync(change), Patience);
        while (nodes.Any(node => node.Revision < revision))
        {
            if (Clock.Now - began > Patience)
            {
                throw new TimeoutException($"Not all nodes follow after {Patience}.");
            }

            Clock.Advance(TimeSpan.FromMilliseconds(50));
        }

        return [.. nodes.Select(node => node.ChangedAt - began)];
    }

    /// <summary>How many nodes of those that are running an operator sees.</summary>
    public int Listed()
    {
        var running = $":{generation}";
        return Clock.Finish(() => nodes[random.Next(size)].ListAsync(), Patience)
            .Count(name => name.EndsWith(running, StringComparison.Ordinal));
    }

    /// <summary>Some time passes, so that what comes next comes at no special moment.</summary>
    public void Rest(TimeSpan most) => Clock.Advance(most * random.NextDouble());
}
