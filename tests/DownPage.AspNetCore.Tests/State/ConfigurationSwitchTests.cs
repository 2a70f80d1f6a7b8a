using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests.State;

/// <summary>The site is down as the configuration says, while the app runs.</summary>
[TestClass]
public sealed class ConfigurationSwitchTests
{
    private const string Enabled = "MaintenanceMode:Enabled";

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task Enabled_SetAndTakenBack_TakesTheSiteDownAndUp()
    {
        var configuration = new SwitchableConfiguration();
        await using var site = await StartAsync(configuration);
        Assert.AreEqual(HttpStatusCode.OK, await Ask(site));

        configuration.Set(Enabled, "true");
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await Ask(site));
        Assert.AreEqual(MaintenanceSource.Configuration, site.Maintenance.Current.Source);

        configuration.Set(Enabled, null);
        Assert.AreEqual(HttpStatusCode.OK, await Ask(site));
    }

    [TestMethod]
    public async Task Enabled_False_WinsOverTheDownFile()
    {
        var configuration = new SwitchableConfiguration();
        configuration.Set(Enabled, "false");
        await using var site = await StartAsync(configuration);

        File.WriteAllText(site.DownFile, "");
        site.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.AreEqual(HttpStatusCode.OK, await Ask(site));
    }

    [TestMethod]
    public async Task Reload_WithABadValue_KeepsTheLastGoodOptionsAndLogs()
    {
        var configuration = new SwitchableConfiguration();
        configuration.Set(Enabled, "true");
        await using var site = await StartAsync(configuration);

        configuration.Set("MaintenanceMode:PollInterval", "00:00:00");

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await Ask(site));
        var logged = Assert.ContainsSingle(record => record.EventName == "ReloadRejected", site.Log.OfMaintenance);
        Assert.AreEqual(LogLevel.Error, logged.Level);
        Assert.Contains("MaintenanceMode:PollInterval is '00:00:00'", logged.Message);
    }

    [TestMethod]
    public async Task Reload_WithAValueOfTheWrongType_KeepsTheLastGoodOptionsAndLogs()
    {
        var configuration = new SwitchableConfiguration();
        configuration.Set(Enabled, "true");
        await using var site = await StartAsync(configuration);

        configuration.Set(Enabled, "maybe");

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await Ask(site));
        var logged = Assert.ContainsSingle(record => record.EventName == "ReloadRejected", site.Log.OfMaintenance);
        Assert.Contains(Enabled, logged.Message);
    }

    [TestMethod]
    public async Task Reload_GoodAgainAfterABadOne_IsTaken()
    {
        var configuration = new SwitchableConfiguration();
        await using var site = await StartAsync(configuration);
        configuration.Set(Enabled, "maybe");

        configuration.Set(Enabled, "true");

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await Ask(site));
    }

    [TestMethod]
    public async Task Appsettings_Rewritten_TakesTheSiteDown()
    {
        using var folder = new TempFolder();
        folder.Write("appsettings.json", "{}");
        using var files = new PhysicalFileProvider(folder.Root) { UsePollingFileWatcher = true, UseActivePolling = true };
        await using var site = await MaintainedSite.StartAsync(
            services: builder => builder.Configuration.AddJsonFile(files, "appsettings.json", optional: false, reloadOnChange: true));

        folder.Write("appsettings.json", """{ "MaintenanceMode": { "Enabled": true, "RetryAfter": "00:20:00" } }""");

        await UntilAsync(() => site.Maintenance.Current.IsDown);
        Assert.AreEqual(TimeSpan.FromMinutes(20), site.Maintenance.Current.RetryAfter);
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public async Task KeyPerFile_MountSwappedAsKubernetesDoes_TakesTheSiteDown()
    {
        using var folder = new TempFolder();
        folder.Write("..2026_01/MaintenanceMode__Enabled", "false");
        File.CreateSymbolicLink(folder.PathOf("..data"), "..2026_01");
        File.CreateSymbolicLink(folder.PathOf("MaintenanceMode__Enabled"), "..data/MaintenanceMode__Enabled");
        using var files = new PhysicalFileProvider(folder.Root) { UsePollingFileWatcher = true, UseActivePolling = true };
        await using var site = await MaintainedSite.StartAsync(services: builder => builder.Configuration.AddKeyPerFile(source =>
        {
            source.FileProvider = files;
            source.ReloadOnChange = true;
        }));
        Assert.IsFalse(site.Maintenance.Current.IsDown);

        folder.Write("..2026_02/MaintenanceMode__Enabled", "true");
        File.CreateSymbolicLink(folder.PathOf("..data_tmp"), "..2026_02");
        await Process.Start("mv", ["-T", folder.PathOf("..data_tmp"), folder.PathOf("..data")]).WaitForExitAsync(TestContext.CancellationToken);

        await UntilAsync(() => site.Maintenance.Current.IsDown);
    }

    private static Task<MaintainedSite> StartAsync(SwitchableConfiguration configuration)
        => MaintainedSite.StartAsync(services: builder => ((IConfigurationBuilder)builder.Configuration).Add(configuration));

    private async Task<HttpStatusCode> Ask(MaintainedSite site)
    {
        using var response = await site.Client.GetAsync("/anything", TestContext.CancellationToken);
        return response.StatusCode;
    }

    /// <summary>File watching takes its time, some seconds at most.</summary>
    private async Task UntilAsync(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (!condition())
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
