using System.Net;
using DownPage.AspNetCore.Operations;
using DownPage.AspNetCore.State;
using DownPage.AspNetCore.Tests.Bypass;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace DownPage.AspNetCore.Tests.Operations;

[TestClass]
public sealed class MaintenanceHealthCheckTests(TestContext test) : IDisposable
{
    private readonly SettableMode mode = new();
    private readonly Store store = new();

    public void Dispose() => mode.Dispose();

    [TestMethod]
    [DataRow("up", MaintenanceReadiness.StayReady, HealthStatus.Healthy)]
    [DataRow("up", MaintenanceReadiness.Drain, HealthStatus.Healthy)]
    [DataRow("down", MaintenanceReadiness.StayReady, HealthStatus.Healthy)]
    [DataRow("down", MaintenanceReadiness.Drain, HealthStatus.Unhealthy)]
    [DataRow("part", MaintenanceReadiness.Drain, HealthStatus.Healthy)]
    [DataRow("read-only", MaintenanceReadiness.Drain, HealthStatus.Healthy)]
    public async Task Check_OfAState_IsAsReadyAsWanted(
        string kind, MaintenanceReadiness readiness, HealthStatus expected)
    {
        mode.Set(StateOf(kind));
        await using var services = Services(readiness);

        var report = await ReportAsync(services);

        Assert.AreEqual(expected, report.Status);
    }

    [TestMethod]
    [DataRow("up", MaintenanceReadiness.StayReady, HealthStatus.Degraded)]
    [DataRow("down", MaintenanceReadiness.StayReady, HealthStatus.Degraded)]
    [DataRow("down", MaintenanceReadiness.Drain, HealthStatus.Unhealthy, DisplayName = "a node that drains does so")]
    public async Task Check_WhileTheStateCannotBeRead_IsDegraded(
        string kind, MaintenanceReadiness readiness, HealthStatus expected)
    {
        mode.Set(StateOf(kind));
        store.Problem = "maintenance.json is a folder.";
        await using var services = Services(readiness);

        var entry = (await ReportAsync(services)).Entries["maintenance"];

        Assert.AreEqual(expected, entry.Status);
        Assert.AreEqual("maintenance.json is a folder.", entry.Data["problem"]);
    }

    [TestMethod]
    public async Task Check_WhileTheConfigurationIsWrong_IsDegradedUntilItIsRight()
    {
        await using var services = Services(MaintenanceReadiness.StayReady);
        var configuration = (IConfigurationRoot)services.GetRequiredService<IConfiguration>();
        services.GetRequiredService<OptionsSource>();

        configuration["MaintenanceMode:StatusCode"] = "many";
        configuration.Reload();
        var wrong = await ReportAsync(services);
        configuration["MaintenanceMode:StatusCode"] = "503";
        configuration.Reload();
        var right = await ReportAsync(services);

        Assert.AreEqual(HealthStatus.Degraded, wrong.Status);
        Assert.AreEqual(HealthStatus.Healthy, right.Status);
    }

    [TestMethod]
    public async Task Check_OfADownSite_TellsWhatHolds()
    {
        mode.Set(SettableMode.Down with
        {
            Since = new DateTimeOffset(2026, 11, 21, 3, 0, 0, TimeSpan.Zero),
            Until = new DateTimeOffset(2026, 11, 21, 6, 0, 0, TimeSpan.Zero),
            Reason = "migration 42",
        });
        await using var services = Services(MaintenanceReadiness.StayReady);

        var entry = (await ReportAsync(services)).Entries["maintenance"];

        Assert.AreEqual("The site is down for visitors.", entry.Description);
        Assert.AreEqual(true, entry.Data["down"]);
        Assert.AreEqual("DownFile", entry.Data["source"]);
        Assert.AreEqual("2026-11-21T03:00:00.0000000+00:00", entry.Data["since"]);
        Assert.AreEqual("2026-11-21T06:00:00.0000000+00:00", entry.Data["until"]);
        Assert.AreEqual("migration 42", entry.Data["reason"]);
    }

    [TestMethod]
    [DataRow("/ready", HttpStatusCode.ServiceUnavailable)]
    [DataRow("/live", HttpStatusCode.OK)]
    public async Task Check_WithATag_CountsForReadinessAlone(string path, HttpStatusCode expected)
    {
        mode.Set(SettableMode.Down);
        await using var app = await SmallApp.StartAsync(
            site =>
            {
                site.MapHealthChecks("/ready", new() { Predicate = check => check.Tags.Contains("ready") });
                site.MapHealthChecks("/live", new() { Predicate = _ => false });
            },
            build: builder =>
            {
                AddTo(builder.Services, MaintenanceReadiness.Drain);
                builder.Services.AddHealthChecks().AddMaintenanceMode("other name", ["ready"]);
            });

        Assert.AreEqual(expected, (await app.Client.GetAsync(path, test.CancellationToken)).StatusCode);
    }

    [TestMethod]
    public async Task Check_WithoutMaintenanceMode_SaysWhatToAdd()
    {
        await using var services =
            new ServiceCollection().AddLogging().AddHealthChecks().AddMaintenanceMode().Services.BuildServiceProvider();

        var checks = services.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value;

        var failure = Assert.ThrowsExactly<InvalidOperationException>(
            () => checks.Registrations.Single().Factory(services));
        StringAssert.Contains(failure.Message, "builder.Services.AddMaintenanceMode();", StringComparison.Ordinal);
    }

    private static MaintenanceState StateOf(string kind) => kind switch
    {
        "up" => MaintenanceState.Up,
        "part" => SettableMode.Down with { Scopes = ["path:/a"] },
        "read-only" => SettableMode.Down with { Mode = MaintenanceKind.ReadOnly },
        _ => SettableMode.Down,
    };

    private ServiceProvider Services(MaintenanceReadiness readiness)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddHealthChecks().AddMaintenanceMode();
        AddTo(services, readiness);
        return services.BuildServiceProvider();
    }

    private void AddTo(IServiceCollection services, MaintenanceReadiness readiness)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("MaintenanceMode:Readiness", readiness.ToString())])
            .Build();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddOptions<MaintenanceModeOptions>().Bind(configuration.GetSection("MaintenanceMode"));
        services.AddSingleton<OptionsSource>();
        services.AddSingleton<IMaintenanceMode>(mode);
        services.AddSingleton<IStateHealth>(store);
    }

    private Task<HealthReport> ReportAsync(ServiceProvider services)
        => services.GetRequiredService<HealthCheckService>().CheckHealthAsync(test.CancellationToken);

    private sealed class Store : IStateHealth
    {
        public string? Problem { get; set; }
    }
}
