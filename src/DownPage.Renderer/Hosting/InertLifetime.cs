using Microsoft.Extensions.Hosting;

namespace DownPage.Renderer.Hosting;

/// <summary>A lifetime that neither prints nor listens for signals: the process is a build step.</summary>
internal sealed class InertLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
