using System.Net;
using DownPage.AspNetCore.Tests.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests.Proxying;

/// <summary>A proxy with pages, before an upstream: the program of <c>docs/guides/yarp.md</c>.</summary>
internal sealed class ProxySite : IAsyncDisposable
{
    private readonly BuiltPages pages;
    private readonly StandInForwarder forwarder;
    private readonly WebApplication proxy;

    private ProxySite(BuiltPages pages, StandInForwarder forwarder, WebApplication proxy, Upstream upstream)
    {
        this.pages = pages;
        this.forwarder = forwarder;
        this.proxy = proxy;
        Upstream = upstream;
        var addresses = proxy.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
        {
            BaseAddress = new Uri(addresses?.Addresses.Single() ?? throw new InvalidOperationException("No address.")),
        };
    }

    public HttpClient Client { get; }

    public Upstream Upstream { get; }

    public IMaintenanceMode Maintenance => proxy.Services.GetRequiredService<IMaintenanceMode>();

    /// <param name="onlyOwn">Whether the pages are for the proxy's own failures alone.</param>
    /// <param name="configure">Maintenance mode's options.</param>
    public static async Task<ProxySite> StartAsync(
        bool onlyOwn = true, Action<MaintenanceModeOptions>? configure = null)
    {
        var pages = Pages();
        var upstream = await Upstream.StartAsync();
        var forwarder = new StandInForwarder(upstream.Address, TimeSpan.FromSeconds(2));
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = pages.Root });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(server => server.Listen(IPAddress.Loopback, 0));
        builder.Services.AddMaintenanceMode(configure ?? (_ => { })).UseMemory();

        var proxy = builder.Build();
        UsePages(proxy, onlyOwn);
        proxy.UseMaintenanceMode();
        proxy.Run(forwarder.ForwardAsync);
        await proxy.StartAsync();
        return new ProxySite(pages, forwarder, proxy, upstream);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await proxy.DisposeAsync();
        forwarder.Dispose();
        await Upstream.DisposeAsync();
        pages.Dispose();
    }

    private static void UsePages(WebApplication site, bool onlyOwn)
    {
        if (onlyOwn)
        {
            site.UseDownPages(
                options => options.When = context => context.Features.Get<IForwardingFailure>() is not null);
        }
        else
        {
            site.UseDownPages();
        }
    }

    private static BuiltPages Pages()
    {
        var pages = new BuiltPages();
        foreach (var status in (int[])[502, 503, 504])
        {
            pages.Page($"{status}.html", $"<h1>The page for {status}</h1>", status, culture: "en")
                .Page($"{status}.de.html", $"<h1>Die Seite zu {status}</h1>", status, "de", false, $"{status}.html")
                .Page($"{status}.json", "{\"status\":" + status + "}", status, culture: "en", name: $"{status}.html");
        }

        return pages.Asset("assets/logo-0123.svg", "<svg/>", "image/svg+xml").Manifest();
    }
}
