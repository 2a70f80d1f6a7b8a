using System.Reflection;
using DownPage.RenderProtocol;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Abstractions;
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
    private static readonly string[] AssetMetadata =
    [
        "Microsoft.AspNetCore.Components.ResourceAssetCollection",
        "Microsoft.AspNetCore.Components.ImportMapDefinition",
    ];

    private readonly InertServer server;

    private AppHost(IServiceProvider services, InertServer server)
    {
        Services = services;
        this.server = server;
        ViewMetadata = FindAssetMetadata(services);
    }

    public override IServiceProvider Services { get; }

    public override IReadOnlyList<object> ViewMetadata { get; }

    public static new async Task<ApplicationHost> StartAsync(
        Assembly application, RenderRequest request, CancellationToken deadline)
    {
        var server = new InertServer();
        var rendering = new RenderingServices(application, request);
        var run = new EntryPointRun(application, Configure, stopAtBuild: false);
        run.Start();
        var host = await ServicesHost.WaitForHostAsync(run, request, deadline);
        PublishedWebRoot.Use(host.Services, request);
        await WaitForServerAsync(server, run, request, deadline);
        return new AppHost(host.Services, server);

        void Configure(IServiceCollection services)
        {
            rendering.Apply(services);
            services.RemoveAll<IServer>();
            services.AddSingleton<IServer>(server);
            services.RemoveAll<IHostLifetime>();
            services.AddSingleton<IHostLifetime, InertLifetime>();
        }
    }

    public override Task SendAsync(IFeatureCollection features) => server.SendAsync(features);

    private static async Task WaitForServerAsync(
        InertServer server, EntryPointRun run, RenderRequest request, CancellationToken deadline)
    {
        try
        {
            await Task.WhenAny(server.Started, run.Ended).WaitAsync(deadline);
            if (server.Started.IsCompletedSuccessfully)
            {
                return;
            }

            await run.Ended;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            throw new RenderFailure(StartErrors.ServerStartTimedOut(request));
        }
        catch (Exception thrown)
        {
            throw new RenderFailure(StartErrors.ServerStartThrew(request, thrown), thrown);
        }

        throw new RenderFailure(StartErrors.BuiltNoHost(request));
    }

    // By name: the types came with .NET 9, and an app of .NET 8 has neither them nor fingerprints.
    private static List<object> FindAssetMetadata(IServiceProvider services)
    {
        var endpoint = services.GetService<EndpointDataSource>()?.Endpoints
            .FirstOrDefault(endpoint => endpoint.Metadata.GetMetadata<ActionDescriptor>() is not null);
        return endpoint is null
            ? []
            : [.. endpoint.Metadata.Where(item => AssetMetadata.Contains(item.GetType().FullName))];
    }
}
