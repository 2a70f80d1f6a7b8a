namespace AwkwardSite.Behaviours;

/// <summary>Stands for a queue reader or a mailer: a trace in the content root tells that it was started.</summary>
internal sealed class MarkingService(IWebHostEnvironment environment) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(
            Path.Combine(environment.ContentRootPath, "hosted-service.ran"), "", cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
