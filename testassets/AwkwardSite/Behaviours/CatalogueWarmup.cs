namespace AwkwardSite.Behaviours;

internal sealed class CatalogueWarmup(Catalogue catalogue) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => catalogue.ConnectAsync(stoppingToken);
}
