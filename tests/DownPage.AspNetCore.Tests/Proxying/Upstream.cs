using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests.Proxying;

/// <summary>An app on Kestrel that answers, fails, hangs and breaks off; it can be stopped and come back.</summary>
internal sealed class Upstream : IAsyncDisposable
{
    private WebApplication? app;

    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>How many requests have reached it.</summary>
    public int Requests { get; private set; }

    public static async Task<Upstream> StartAsync()
    {
        var upstream = new Upstream();
        await upstream.ComeBackAsync();
        return upstream;
    }

    /// <summary>Listens where it has listened before.</summary>
    public async Task ComeBackAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(server => server.Listen(IPAddress.Loopback, Address.Port));
        app = builder.Build();
        app.Use((context, next) =>
        {
            Requests++;
            context.Response.Headers["X-App"] = "upstream";
            return next(context);
        });
        Map(app);
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        Address = new Uri(addresses?.Addresses.Single() ?? throw new InvalidOperationException("No address."));
    }

    /// <summary>Its port is closed.</summary>
    public async Task StopAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
            app = null;
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private static void Map(IEndpointRouteBuilder app)
    {
        app.Map("/", async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            await context.Response.WriteAsync($"{context.Request.Method}{context.Request.QueryString}: {body}");
        });
        app.Map("/says/{status:int}", (int status) => Results.Text($"the upstream's {status}", statusCode: status));
        app.Map("/bare/{status:int}", (int status) => Results.StatusCode(status));
        app.Map("/hangs", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        app.Map("/aborts", context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        app.Map("/breaks-off", async context =>
        {
            await context.Response.WriteAsync("the upstream's first half");
            await context.Response.Body.FlushAsync();
            // What is sent and not read when a connection is reset is lost.
            await Task.Delay(200);
            context.Abort();
        });
    }
}
