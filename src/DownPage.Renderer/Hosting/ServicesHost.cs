using System.Reflection;
using DownPage.RenderProtocol;

namespace DownPage.Renderer.Hosting;

/// <summary>
/// The app's real services, and nothing that its entry point does after <c>Build()</c>: no migrations, no middleware.
/// The endpoints are made here, so that links can be.
/// </summary>
internal static class ServicesHost
{
    public static async Task<ApplicationHost> StartAsync(
        Assembly application, RenderRequest request, PublishedWebRoot? webRoot, CancellationToken deadline)
    {
        var rendering = new RenderingServices(application, request);
        var run = new EntryPointRun(application, rendering.Apply, stopAtBuild: true);
        run.Start();
        await run.ReachAsync(run.Built, request, StartErrors.TimedOut, StartErrors.Threw, deadline);
        var services = (await run.Built).Services;
        webRoot?.UseIn(services);
        return new ConventionalHost(services, application, request);
    }
}
