using Microsoft.Extensions.Hosting;

namespace DownPage.AspNetCore.Commands;

/// <summary>
/// Answers where a host is built that does not tell of it, before any other service of it starts: <c>WebHost</c>, and
/// hosts that are not the framework's.
/// </summary>
internal sealed class CommandService(CommandRun run, IServiceProvider services) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => AnswerAsync();

    public Task StartAsync(CancellationToken cancellationToken) => AnswerAsync();

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Task AnswerAsync()
    {
        run.Answer(services);
        return Task.CompletedTask;
    }
}
