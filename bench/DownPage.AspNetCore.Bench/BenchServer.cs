using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Bench;

/// <summary>
/// Kestrel on loopback, in a process of its own: an app without maintenance mode, with it off, with it on.
/// </summary>
internal static class BenchServer
{
    public static async Task RunAsync(string kind, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        if (kind is "off" or "on")
        {
            builder.Services.AddMaintenanceMode(options =>
            {
                options.Enabled = kind == "on";
                options.RetryAfterJitter = TimeSpan.Zero;
            });
        }

        await using var app = builder.Build();
        if (kind is "off" or "on")
        {
            app.UseMaintenanceMode();
        }

        RequestDelegate hello = context => context.Response.WriteAsync("Hello");
        app.Run(kind == "bare" ? await BareAsync() : hello);
        await app.RunAsync();
    }

    /// <summary>Writes the very bytes and headers of the page, from memory.</summary>
    private static async Task<RequestDelegate> BareAsync()
    {
        var page = await MaintenancePage.CaptureAsync();
        return context =>
        {
            var response = context.Response;
            response.StatusCode = page.StatusCode;
            foreach (var (name, value) in page.Headers)
            {
                response.Headers[name] = value;
            }

            response.ContentLength = page.Body.Length;
            return response.Body.WriteAsync(page.Body).AsTask();
        };
    }
}
