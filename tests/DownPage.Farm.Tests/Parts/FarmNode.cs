using System.Collections.Concurrent;
using System.Diagnostics;
using DownPage.AspNetCore;
using DownPage.AspNetCore.State;
using DownPage.DownFile;
using DownPage.History;
using DownPage.Status;
using DownPage.Switching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DownPage.Farm.Tests.Parts;

/// <summary>A node of a farm: an app on Kestrel, its way to Redis, and visitors who never stop asking.</summary>
internal sealed class FarmNode : IAsyncDisposable
{
    private const string Up = "the app";

    private readonly TempFolder folder;
    private readonly WebApplication app;
    private readonly RedisCache cache;
    private readonly ConcurrentQueue<(long At, MaintenanceState State)> changes = [];

    private FarmNode(TempFolder folder, WebApplication app, SlowProxy line, RedisCache cache, NodeLog log)
    {
        this.folder = folder;
        this.app = app;
        this.cache = cache;
        Line = line;
        Log = log;
        Maintenance.Changed += (_, change) => changes.Enqueue((Stopwatch.GetTimestamp(), change.After));
        Load = new RequestLoad(new Uri(app.Urls.First()), Up, NodePages.Page);
    }

    public SlowProxy Line { get; }

    public NodeLog Log { get; }

    public RequestLoad Load { get; }

    public IMaintenanceMode Maintenance => app.Services.GetRequiredService<IMaintenanceMode>();

    public MaintenanceState State => Maintenance.Current;

    /// <summary>The name of what it follows.</summary>
    public string Revision => StateRevision.Of(app.Services.GetRequiredService<IStateStore>().Held);

    public DownFileDocument? Document => app.Services.GetRequiredService<IStateStore>().Held;

    /// <summary>When the state became what it is now.</summary>
    public long ChangedAt => changes.Last().At;

    /// <param name="store">The port of Redis.</param>
    /// <param name="farm">How it follows.</param>
    public static async Task<FarmNode> StartAsync(int store, Action<MaintenanceFarmOptions> farm)
    {
        var folder = new TempFolder();
        NodePages.WriteTo(folder);
        var line = new SlowProxy(store);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder.Root });
        var log = new NodeLog();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var options = new MaintenanceFarmOptions();
        farm(options);
        var cache = new RedisCache(line.Port, options.Timeout);
        builder.Services.AddSingleton<IDistributedCache>(cache);
        builder.Services
            .AddMaintenanceMode(maintenance =>
            {
                farm(maintenance.Farm);
                maintenance.PollInterval = TimeSpan.FromMilliseconds(100);
            })
            .UseDistributedCache();
        var app = builder.Build();
        app.UseMaintenanceMode();
        app.Run(context => context.Response.WriteAsync(Up));
        await app.StartAsync();
        return new FarmNode(folder, app, line, cache, log);
    }

    /// <summary>A change that code has no method for.</summary>
    public Task<StateWrite> ChangeAsync(StateChange change)
        => app.Services.GetRequiredService<StateSwitch>().ChangeAsync(change, CancellationToken.None);

    /// <summary>As code of the app would.</summary>
    public Task<MaintenanceState> SwitchAsync(bool down, string actor) => down
        ? Maintenance.EnterAsync(new MaintenanceRequest { Actor = actor })
        : Maintenance.LeaveAsync(actor);

    public Task<IReadOnlyList<HistoryEntry>> HistoryAsync(CancellationToken cancellationToken)
        => app.Services.GetRequiredService<IStateStore>().ReadHistoryAsync(1_000, cancellationToken);

    public Task<StatusDocument> StatusAsync(CancellationToken cancellationToken)
        => app.Services.GetRequiredService<StatusComposer>().ComposeAsync(cancellationToken);

    /// <summary>The down file of this node alone.</summary>
    public void WriteDownFile(string json) => folder.Write("maintenance.json", json);

    /// <summary>As the host does when the machine is told to go down.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await Load.DisposeAsync();
        await app.StopAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Load.DisposeAsync();
        await app.DisposeAsync();
        cache.Dispose();
        await Line.DisposeAsync();
        folder.Dispose();
    }
}
