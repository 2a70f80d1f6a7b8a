using System.Reflection;
using DownPage.RenderProtocol;
using Microsoft.AspNetCore.Http.Features;

namespace DownPage.Renderer.Hosting;

/// <summary>The app as far as it runs: its services, and a pipeline that answers requests in memory.</summary>
internal abstract class ApplicationHost
{
    /// <summary>The app's services.</summary>
    public abstract IServiceProvider Services { get; }

    /// <summary>What an endpoint of the app that renders a view carries: the fingerprints of its assets.</summary>
    public abstract IReadOnlyList<object> ViewMetadata { get; }

    /// <summary>Sends a request through the pipeline; the answer is in the response features.</summary>
    public abstract Task SendAsync(IFeatureCollection features);

    /// <exception cref="RenderFailure">The app did not come up.</exception>
    public static Task<ApplicationHost> StartAsync(
        Assembly application, RenderRequest request, PublishedWebRoot? webRoot, CancellationToken deadline) => request.Host switch
        {
            HostKind.App => AppHost.StartAsync(application, request, webRoot, deadline),
            HostKind.Isolated => Task.FromResult(IsolatedHost.Start(application, request, webRoot)),
            _ => ServicesHost.StartAsync(application, request, webRoot, deadline),
        };
}
