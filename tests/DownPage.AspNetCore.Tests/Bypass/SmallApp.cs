using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests.Bypass;

/// <summary>
/// An app of a few lines, in memory or on Kestrel, and a client that follows nothing and keeps no cookies.
/// </summary>
internal sealed class SmallApp : IAsyncDisposable
{
    private readonly WebApplication app;

    private SmallApp(WebApplication app, HttpClient client)
    {
        this.app = app;
        Client = client;
    }

    public HttpClient Client { get; }

    public static async Task<SmallApp> StartAsync(
        Action<WebApplication> configure,
        bool kestrel = false,
        string address = "https://site.example",
        Action<WebApplicationBuilder>? build = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (kestrel)
        {
            builder.WebHost.UseKestrel(server => server.Listen(IPAddress.Loopback, 0));
        }
        else
        {
            builder.WebHost.UseTestServer();
        }

        build?.Invoke(builder);
        var app = builder.Build();
        configure(app);
        await app.StartAsync();
        return new SmallApp(app, kestrel ? ClientOf(app) : ClientOf(app.GetTestServer(), address));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private static HttpClient ClientOf(TestServer server, string address)
        => new(server.CreateHandler()) { BaseAddress = new Uri(address) };

    private static HttpClient ClientOf(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        return new HttpClient(
            new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
        {
            BaseAddress = new Uri(addresses?.Addresses.Single() ?? throw new InvalidOperationException("No address.")),
        };
    }
}
