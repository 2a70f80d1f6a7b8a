using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Tests.Passing;

[TestClass]
public sealed class HealthCheckTests
{
    [TestMethod]
    [DataRow("/health/live", "Pass")]
    [DataRow("/health/ready", "Pass")]
    [DataRow("/grouped/health", "Pass")]
    [DataRow("/health/other", "Refuse")]
    [DataRow("/health", "Refuse")]
    public async Task HealthChecks_OfTheFramework_Pass(string path, string verdict)
    {
        await using var site = await GateSite.StartAsync(services: services => services.AddHealthChecks(), map: Map);

        Assert.AreEqual(verdict, await site.AskAsync(path));
    }

    [TestMethod]
    public async Task HealthCheck_UnderMaintenance_IsRefused()
    {
        await using var site = await GateSite.StartAsync(
            services: services => services.AddHealthChecks(),
            map: app => app.MapHealthChecks("/health").UnderMaintenance());

        Assert.AreEqual("Refuse", await site.AskAsync("/health"));
    }

    private static void Map(WebApplication app)
    {
        app.MapHealthChecks("/health/live");
        app.MapHealthChecks("/health/ready").RequireHost("*").WithName("ready");
        app.MapGroup("/grouped").MapHealthChecks("/health");
    }
}
