using System.Reflection;
using DownPage.RenderProtocol;
using Microsoft.Extensions.Hosting;

namespace DownPage.Renderer.Hosting;

/// <summary>
/// The app's real services, and nothing that its entry point does after <c>Build()</c>: no migrations, no middleware. The
/// endpoints are made here, so that links can be.
/// </summary>
internal static class ServicesHost
{
    public static async Task<ApplicationHost> StartAsync(
        Assembly application, RenderRequest request, CancellationToken deadline)
    {
        var webRoot = PublishedWebRoot.For(request);
        var rendering = new RenderingServices(application, request);
        var run = new EntryPointRun(application, rendering.Apply, stopAtBuild: true);
        run.Start();
        var host = await WaitForHostAsync(run, request, deadline);
        webRoot?.UseIn(host.Services);
        return new ConventionalHost(host.Services, application, request);
    }

    /// <exception cref="RenderFailure">The entry point threw, ended or did not come so far.</exception>
    public static async Task<IHost> WaitForHostAsync(
        EntryPointRun run, RenderRequest request, CancellationToken deadline)
    {
        try
        {
            await Task.WhenAny(run.Built, run.Ended).WaitAsync(deadline);
            if (run.Built.IsCompletedSuccessfully)
            {
                return run.Built.Result;
            }

            await run.Ended;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            throw new RenderFailure(StartErrors.TimedOut(request));
        }
        catch (Exception thrown)
        {
            throw new RenderFailure(StartErrors.Threw(request, thrown), thrown);
        }

        throw new RenderFailure(StartErrors.BuiltNoHost(request));
    }
}
