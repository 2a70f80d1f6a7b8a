using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DownPage.Tool.Tests.Verify;

/// <summary>An app on Kestrel that is down by the runtime package, and what stands in front of it.</summary>
internal sealed class LiveApp : IAsyncDisposable
{
    private readonly WebApplication app;

    private LiveApp(WebApplication app) => this.app = app;

    public string Address => Addresses[0];

    public IReadOnlyList<string> Addresses
        => [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []];

    /// <param name="contentRoot">Where its pages are.</param>
    /// <param name="front">What stands in front of it. Null: nothing.</param>
    /// <param name="settings">Its configuration, beside being down.</param>
    /// <param name="isDown">Whether it is.</param>
    /// <param name="withHttps">Whether it listens on https, too: its second address.</param>
    public static async Task<LiveApp> StartAsync(
        string contentRoot,
        Func<HttpContext, RequestDelegate, Task>? front = null,
        Dictionary<string, string?>? settings = null,
        bool isDown = true,
        bool withHttps = false)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = contentRoot,
            EnvironmentName = "Production",
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            if (withHttps)
            {
                kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(Certificate()));
            }
        });
        builder.Configuration["MaintenanceMode:Enabled"] = isDown ? "true" : "false";
        builder.Configuration["MaintenanceMode:RetryAfterJitter"] = "00:00:00";
        foreach (var (key, value) in settings ?? [])
        {
            builder.Configuration[key] = value;
        }

        builder.Services.AddMaintenanceMode();
        var app = builder.Build();
        if (front is not null)
        {
            app.Use(front);
        }

        app.UseMaintenanceMode();
        app.MapGet("/", () => Results.Content("<h1>Shop</h1>", "text/html"));
        await app.StartAsync();
        return new LiveApp(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=shop.test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}
