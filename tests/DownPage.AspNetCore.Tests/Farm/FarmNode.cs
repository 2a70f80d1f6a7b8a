using DownPage.AspNetCore.Farm;
using DownPage.AspNetCore.Tests.State;
using DownPage.DownFile;
using DownPage.Status;
using DownPage.Switching;

namespace DownPage.AspNetCore.Tests.Farm;

/// <summary>A node without a host: all that follows the shared store, on the test's time.</summary>
internal sealed class FarmNode
{
    public const string Prefix = "shop:";
    public const string StateKey = Prefix + "state";
    public const string HistoryKey = Prefix + "history";

    public FarmNode(VirtualTime time, SharedPlace place, int number = 1, bool comparesApart = false)
    {
        Client = new PlaceClient(place, time) { ComparesApart = comparesApart };
        Farm = new FarmContext(Client, () => Options, new FarmKeys(Prefix), time, new Random(number))
        {
            Scheduler = TaskScheduler.FromCurrentSynchronizationContext(),
        };
        Shared = new SharedState(Farm, Log);
        Reader = new SharedStateReader(Shared, Farm);
        History = new SharedHistory(Farm);
        Own = new FaultyStore();
        Store = new FarmStateStore(Own, Shared, History, time);
        Name = $"node-{number}";
        Reports = new NodeReports(Farm, Report, Log);
        Shared.Changed += Reports.ReportNow;

        NodeStatus Report() => new(
            Name, StateRevision.Of(Store.Held), Document is { Down: true }, time.GetUtcNow(), Shared.Problem);
    }

    public MaintenanceFarmOptions Options { get; } = new();

    public PlaceClient Client { get; }

    public FarmContext Farm { get; }

    public SharedState Shared { get; }

    public SharedStateReader Reader { get; }

    public SharedHistory History { get; }

    public NodeReports Reports { get; }

    /// <summary>In the place of the down file.</summary>
    public FaultyStore Own { get; }

    public FarmStateStore Store { get; }

    public RecordingLogger Log { get; } = new();

    public string Name { get; }

    /// <summary>What the node goes by.</summary>
    public DownFileDocument? Document => Store.Read().Document;

    public Task<StateWrite> DownAsync(string message)
        => Store.WriteAsync(Down(message), CancellationToken.None);

    /// <summary>Adds a window: changes of several writers that must all be in at the end.</summary>
    public Task<StateWrite> AddWindowAsync(string name)
        => Store.WriteAsync(
            StateChange.AddWindow(
                new DownPage.Schedule.WindowDefinition { Name = name, Start = "2027-01-01T00:00Z", Duration = TimeSpan.FromHours(1) },
                Origin),
            CancellationToken.None);

    public Task<StateWrite> UpAsync() => Store.WriteAsync(StateChange.Up(Origin, (_, _) => false), CancellationToken.None);

    public static StateChange Down(string message) => StateChange.Down(new DownOrder { Message = message }, Origin);

    private static ChangeOrigin Origin { get; } = new(ChangeSource.Code, "anna", "a test");
}
