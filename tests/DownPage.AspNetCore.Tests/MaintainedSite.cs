using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests;

/// <summary>An app in memory with maintenance mode, a clock of its own, a content root of its own.</summary>
internal sealed class MaintainedSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TempFolder folder;

    private MaintainedSite(WebApplication app, TempFolder folder, ManualClock clock, RecordingLogger log)
    {
        this.app = app;
        this.folder = folder;
        Clock = clock;
        Log = log;
        Client = app.GetTestClient();
    }

    public HttpClient Client { get; }

    public ManualClock Clock { get; }

    public RecordingLogger Log { get; }

    public IServiceProvider Services => app.Services;

    public IMaintenanceMode Maintenance => Services.GetRequiredService<IMaintenanceMode>();

    public string ContentRoot => folder.Root;

    public string DownFile => Path.Combine(folder.Root, "maintenance.json");

    /// <param name="options">Set by code.</param>
    /// <param name="services">More services.</param>
    /// <param name="pipeline">What comes after <c>UseMaintenanceMode</c>; null: "up" to everything.</param>
    /// <param name="before">What comes before.</param>
    public static async Task<MaintainedSite> StartAsync(
        Action<MaintenanceModeOptions>? options = null,
        Action<WebApplicationBuilder>? services = null,
        Action<WebApplication>? pipeline = null,
        Action<WebApplication>? before = null)
    {
        var folder = new TempFolder();
        var clock = new ManualClock();
        var log = new RecordingLogger();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder.Root });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddMaintenanceMode(options ?? (_ => { }));
        services?.Invoke(builder);
        var app = builder.Build();
        before?.Invoke(app);
        app.UseMaintenanceMode();
        (pipeline ?? (rest => rest.Run(context => context.Response.WriteAsync("up"))))(app);
        await app.StartAsync();
        return new MaintainedSite(app, folder, clock, log);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Dispose();
    }
}
