using System.Diagnostics;
using DownPage.AspNetCore.Operations;
using DownPage.DownFile;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.State;

/// <summary>
/// Reads every source in the background and keeps what requests need. It polls: a file that is watched is missed on
/// network shares and mounts, and a clock that jumps wakes no timer.
/// </summary>
internal sealed partial class MaintenanceMonitor : IStateHealth, IHostedService, IDisposable
{
    private readonly OptionsSource options;
    private readonly IStateStore store;
    private readonly AppOffline appOffline;
    private readonly SnapshotCompiler compiler;
    private readonly TimeProvider clock;
    private readonly MaintenanceMetrics metrics;
    private readonly ILogger<MaintenanceMonitor> logger;
    private readonly object refreshing = new();
    private readonly StateHistory history;
    private readonly ITimer timer;
    private volatile MaintenanceSnapshot snapshot;
    private volatile SnapshotInputs compiled;
    private StateResolver resolver;
    private int endpointsRead;
    private volatile bool disposed;

    public MaintenanceMonitor(
        OptionsSource options,
        IStateStore store,
        AppOffline appOffline,
        SnapshotCompiler compiler,
        TimeProvider clock,
        StateChanges changes,
        MaintenanceMetrics metrics,
        ILogger<MaintenanceMonitor> logger)
    {
        this.options = options;
        this.store = store;
        this.appOffline = appOffline;
        this.compiler = compiler;
        this.clock = clock;
        this.logger = logger;
        Changes = changes;
        history = new StateHistory(logger);
        this.metrics = metrics;
        compiled = new SnapshotInputs(options.Current, null, null, 0);
        resolver = StateResolver.Create(compiled.Options, null);
        snapshot = compiler.Compile(compiled, MaintenanceState.Up);
        metrics.Watch(() => snapshot.State);
        timer = clock.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (!Rendering.IsRunning)
        {
            options.Changed += Refresh;
            store.Changed += Refresh;
            Tick();
        }
    }

    /// <summary>Raised after each look, whether anything is new or not.</summary>
    public event Action? Looked;

    public MaintenanceSnapshot Snapshot => snapshot;

    /// <summary>What is written, as it was read last. Null: nothing.</summary>
    public DownFileDocument? Document => compiled.Document;

    public StateChanges Changes { get; }

    /// <summary>Why the state or the last change of the options is not known; null: all is.</summary>
    public string? Problem => history.Failure ?? options.Problem;

    /// <summary>
    /// Hosted, so that the state is known before the first request, even where the middleware is made late.
    /// </summary>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Looks at everything now, and tells who does something with every look.</summary>
    public void Refresh()
    {
        Look();
        Looked?.Invoke();
    }

    /// <summary>Looks at everything now. One at a time; who comes second waits.</summary>
    public void Look()
    {
        MaintenanceState before, after;
        lock (refreshing)
        {
            before = snapshot.State;
            Update();
            after = snapshot.State;
        }

        if (!ReferenceEquals(before, after))
        {
            Changes.Announce(before, after);
        }
    }

    /// <summary>The routes of the app may have become others.</summary>
    public void EndpointsChanged(bool anyIsDown)
    {
        compiler.AnyEndpointIsDown = anyIsDown;
        Interlocked.Increment(ref endpointsRead);
        Refresh();
    }

    public void Dispose()
    {
        disposed = true;
        options.Changed -= Refresh;
        store.Changed -= Refresh;
        timer.Dispose();
    }

    /// <summary>
    /// On a timer's thread, where an exception would end the process: not even a logger that throws may do that.
    /// </summary>
    private void Tick()
    {
        try
        {
            Refresh();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Debug.WriteLine(fault);
        }

        if (!disposed)
        {
            timer.Change(
                resolver.NextLook(clock.GetUtcNow(), options.Current.PollInterval), Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Nothing may come out of here: it runs on a timer, and what was known goes on to hold.</summary>
    private void Update()
    {
        try
        {
            var reading = history.Take(store.Read());
            if (reading.Failure is not null)
            {
                metrics.StateFailed();
            }

            var current = options.Current;
            var offline = current.HonorAppOffline ? appOffline.Read() : null;
            var inputs = new SnapshotInputs(current, reading.Document, offline, Volatile.Read(ref endpointsRead));
            if (!ReferenceEquals(current, compiled.Options) || !ReferenceEquals(reading.Document, compiled.Document))
            {
                resolver = StateResolver.Create(current, reading.Document, reading.Source);
            }

            var failed = reading.Failure is not null && !reading.HoldsAnyway;
            Compile(inputs, resolver.At(clock.GetUtcNow(), failed, offline));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Log.RefreshFailed(logger, fault);
        }
    }

    private void Compile(SnapshotInputs inputs, MaintenanceState resolved)
    {
        var before = snapshot.State;
        var state = resolved.Began(before, clock.GetUtcNow());
        if (state.IsSameAs(before))
        {
            state = before;
        }

        if (!ReferenceEquals(state, before) || inputs != compiled)
        {
            snapshot = compiler.Compile(inputs, state);
            compiled = inputs;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            2, LogLevel.Critical,
            "Maintenance mode could not be refreshed, which is a fault of its own; what was known last holds",
            EventName = "RefreshFailed")]
        public static partial void RefreshFailed(ILogger logger, Exception fault);
    }
}
