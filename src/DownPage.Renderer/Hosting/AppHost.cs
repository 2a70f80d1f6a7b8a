using System.Reflection;
using DownPage.RenderProtocol;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace DownPage.Renderer.Hosting;

/// <summary>
/// The whole app up to the moment when its server would listen: its middleware and endpoints answer. Hosted services do
/// not start.
/// </summary>
internal sealed class AppHost : ApplicationHost
{
    private readonly InertServer server;
    private readonly AssetFingerprints fingerprints;

    private AppHost(IServiceProvider services, InertServer server, RenderRequest request)
    {
        Services = services;
        this.server = server;
        fingerprints = new AssetFingerprints(request);
        ViewMetadata = FindViewMetadata();
    }

    public override IServiceProvider Services { get; }

    public override IReadOnlyList<object> ViewMetadata { get; }

    public static new async Task<ApplicationHost> StartAsync(
        Assembly application, RenderRequest request, PublishedWebRoot? webRoot, CancellationToken deadline)
    {
        var server = new InertServer();
        var rendering = new RenderingServices(application, request);
        var run = new EntryPointRun(application, Configure, stopAtBuild: false);
        run.Start();
        await run.ReachAsync(run.Built, request, StartErrors.TimedOut, StartErrors.Threw, deadline);
        var services = (await run.Built).Services;
        webRoot?.UseIn(services);
        await run.ReachAsync(
            server.Started, request, StartErrors.ServerStartTimedOut, StartErrors.ServerStartThrew, deadline);
        return new AppHost(services, server, request);

        void Configure(IServiceCollection services)
        {
            rendering.Apply(services);
            services.RemoveAll<IServer>();
            services.AddSingleton<IServer>(server);
            services.RemoveAll<IHostLifetime>();
            services.AddSingleton<IHostLifetime, InertLifetime>();
        }
    }

    public override Task SendAsync(IFeatureCollection features)
    {
        features.Set<IEndpointFeature>(new PublishedEndpointFeature(fingerprints));
        return server.SendAsync(features);
    }

    // A view is rendered by a controller; a site without controllers renders it from a page.
    private IReadOnlyList<object> FindViewMetadata()
    {
        var endpoints = Services.GetService<EndpointDataSource>()?.Endpoints ?? [];
        var endpoint = endpoints.FirstOrDefault(endpoint => Describes<ControllerActionDescriptor>(endpoint))
            ?? endpoints.FirstOrDefault(endpoint => Describes<PageActionDescriptor>(endpoint));
        if (endpoint is null)
        {
            return [];
        }

        var published = fingerprints.Publish(endpoint);
        return published == endpoint ? [] : fingerprints.Metadata;
    }

    private static bool Describes<TDescriptor>(Endpoint endpoint)
        where TDescriptor : ActionDescriptor
        => endpoint.Metadata.GetMetadata<ActionDescriptor>() is TDescriptor;
}
