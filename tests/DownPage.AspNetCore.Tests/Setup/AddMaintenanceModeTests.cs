using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DownPage.AspNetCore.Tests.Setup;

/// <summary>Setting maintenance mode up.</summary>
[TestClass]
public sealed class AddMaintenanceModeTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task UseMaintenanceMode_WithoutAdd_SaysWhatToAdd()
    {
        var builder = WebApplication.CreateBuilder();
        await using var app = builder.Build();

        var refused = Assert.ThrowsExactly<InvalidOperationException>(() => app.UseMaintenanceMode());

        Assert.Contains("builder.Services.AddMaintenanceMode();", refused.Message);
    }

    [TestMethod]
    public async Task AddMaintenanceMode_BadValuesInTheConfiguration_AllAreNamedAtStart()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["MaintenanceMode:PollInterval"] = "00:00:00.001",
            ["MaintenanceMode:Windows:0:Days:0"] = "Sunday",
        });
        builder.Services.AddMaintenanceMode();
        await using var app = builder.Build();

        var refused = Assert.ThrowsExactly<OptionsValidationException>(() => app.UseMaintenanceMode());

        Assert.Contains("MaintenanceMode:PollInterval is '00:00:00.0010000'", refused.Message);
        Assert.Contains("MaintenanceMode:Windows:0:", refused.Message);
    }

    [TestMethod]
    public async Task AddMaintenanceMode_BadValueWithoutUse_FailsAtStartAsWell()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddMaintenanceMode(options => options.PollInterval = TimeSpan.Zero);
        await using var app = builder.Build();

        await Assert.ThrowsExactlyAsync<OptionsValidationException>(() => app.StartAsync(TestContext.CancellationToken));
    }

    [TestMethod]
    public void AddMaintenanceMode_EveryOption_IsBoundFromTheConfiguration()
    {
        using var folder = new TempFolder();
        folder.Write("appsettings.json", """
            {
              "MaintenanceMode": {
                "Enabled": true, "Mode": "ReadOnly", "Scopes": [ "path:/a" ], "Message": "m", "Reason": "r", "StatusCode": 500,
                "RetryAfter": "00:20:00", "RetryAfterJitter": "00:00:05", "RetryAfterAsDate": true, "Refresh": "00:00:30",
                "RedirectTo": "/status", "RedirectStatusCode": 307,
                "Allow": {
                  "Paths": [ "/p" ], "Prefixes": [ "/q" ], "Globs": [ "/g/*" ], "Patterns": [ "/x[0-9]" ], "Routes": [ "n" ], "Hosts": [ "h" ],
                  "Networks": [ "10.0.0.0/8" ], "Users": [ "u" ], "Roles": [ "o" ], "Policies": [ "l" ], "Authenticated": true, "Anonymous": true,
                  "AuthenticationSchemes": [ "Bearer" ]
                },
                "ReadOnly": { "AllowPrefixes": [ "/login" ], "BlockPrefixes": [ "/export" ] },
                "Windows": [ {
                  "Name": "w", "Start": "2026-01-01T00:00Z", "End": "2027-01-01T00:00Z", "Duration": "01:00:00", "TimeZone": "Europe/Berlin",
                  "Days": [ "Sunday" ], "DaysOfMonth": [ -1 ], "Time": "03:00", "Announce": "1.00:00:00", "Message": "wm", "Mode": "Full", "Scopes": [ "group:g" ]
                } ],
                "Bypass": { "Secret": "0123456789abcdef", "Generation": 3, "Lifetime": "01:00:00", "Path": "/pass", "CookieDomain": "example.org", "Ribbon": false },
                "Pages": { "Folder": "f", "Name": "n.html", "File": "d.html" },
                "Cors": { "Origins": [ "https://a.example" ], "Policy": "c", "AllowCredentials": true },
                "CorrelationHeaders": [ "X-Id" ], "SignOut": "Refused", "Readiness": "Drain", "DownFile": "down.json", "FlagFile": "down.flag", "PollInterval": "00:00:02",
                "OnStoreFailure": "Down", "HonorAppOffline": false,
                "Farm": { "Interval": "00:00:07", "Timeout": "00:00:01", "Heartbeat": "00:00:20", "KeyPrefix": "k:" },
                "Endpoint": {
                  "TokenHashes": { "deploy": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" }, "ChangesPerMinute": 7
                }
              }
            }
            """);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddJsonFile(folder.PathOf("appsettings.json")).Build());
        services.AddMaintenanceMode();
        using var provider = services.BuildServiceProvider();

        // Not validated: together some of them would let everybody pass.
        var options = new MaintenanceModeOptions();
        foreach (var configure in provider.GetServices<IConfigureOptions<MaintenanceModeOptions>>())
        {
            configure.Configure(options);
        }

        var unbound = new List<string>();
        CollectDefaults(options, new MaintenanceModeOptions(), "", unbound);
        CollectDefaults(options.Windows[0], new MaintenanceWindowOptions(), "Windows:0:", unbound);
        CollectionAssert.AreEqual(new[] { "Allow:Predicate" }, unbound);
    }

    [TestMethod]
    public async Task AddMaintenanceMode_OfASection_IsBoundFromIt()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection([new("Shop:Down:Enabled", "true"), new("MaintenanceMode:Enabled", "false")]);
        builder.Services.AddMaintenanceMode(builder.Configuration.GetSection("Shop:Down"));
        await using var app = builder.Build();
        app.UseMaintenanceMode();
        await app.StartAsync(TestContext.CancellationToken);

        using var response = await app.GetTestClient().GetAsync("/", TestContext.CancellationToken);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [TestMethod]
    public void AddMaintenanceMode_Twice_IsOnce()
    {
        var services = new ServiceCollection();

        services.AddMaintenanceMode();
        var count = services.Count;
        services.AddMaintenanceMode();

        Assert.HasCount(count, services);
    }

    [TestMethod]
    public void AddMaintenanceMode_OnceMoreWithASection_AddsNothingButItsValues()
    {
        var section = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Down:Message"] = "m" })
            .Build()
            .GetSection("Down");
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddMaintenanceMode();
        var hosted = services.Count(service => service.ServiceType == typeof(IHostedService));

        services.AddMaintenanceMode(section);

        Assert.AreEqual(hosted, services.Count(service => service.ServiceType == typeof(IHostedService)));
        using var provider = services.BuildServiceProvider();
        Assert.AreEqual("m", provider.GetRequiredService<IOptions<MaintenanceModeOptions>>().Value.Message);
    }

    /// <summary>The options that still have their defaults: no binder told them anything.</summary>
    private static void CollectDefaults(object? bound, object? defaults, string prefix, List<string> unbound)
    {
        foreach (var property in bound?.GetType().GetProperties() ?? [])
        {
            var value = property.GetValue(bound);
            var before = property.GetValue(defaults);
            if (value is System.Collections.ICollection list)
            {
                if (list.Count == 0)
                {
                    unbound.Add(prefix + property.Name);
                }
            }
            else if (value?.GetType().Namespace == typeof(MaintenanceModeOptions).Namespace && value is not Enum && before is not null)
            {
                CollectDefaults(value, before, prefix + property.Name + ":", unbound);
            }
            else if (Equals(value, before) && property.Name != "Mode")
            {
                unbound.Add(prefix + property.Name);
            }
        }
    }
}
