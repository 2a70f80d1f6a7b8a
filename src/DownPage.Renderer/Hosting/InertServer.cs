using DownPage.Renderer.Rendering;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace DownPage.Renderer.Hosting;

/// <summary>
/// A server without a port: it takes the app's pipeline and hands it requests that are made in memory.
/// </summary>
internal sealed class InertServer : IServer
{
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Func<IFeatureCollection, Task>? send;

    /// <summary>Completes when the app starts its server.</summary>
    public Task Started => started.Task;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        send = features => SendAsync(application, features);
        started.TrySetResult();
        return Task.CompletedTask;
    }

    public Task SendAsync(IFeatureCollection features) => send!(features);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }

    private static async Task SendAsync<TContext>(IHttpApplication<TContext> application, IFeatureCollection features)
        where TContext : notnull
    {
        var context = application.CreateContext(features);
        Exception? thrown = null;
        try
        {
            await application.ProcessRequestAsync(context);
            await InMemoryResponse.CompleteAsync(features);
        }
        catch (Exception failed)
        {
            thrown = failed;
            throw;
        }
        finally
        {
            application.DisposeContext(context, thrown);
        }
    }
}
