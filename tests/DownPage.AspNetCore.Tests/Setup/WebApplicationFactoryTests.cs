using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Tests.Setup;

/// <summary>An app's own tests take it down in memory, each factory its own.</summary>
[TestClass]
public sealed class WebApplicationFactoryTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task UseMemory_InOneFactory_TakesThatAppDownAlone()
    {
        await using var shop = new ShopFactory();
        await using var first = shop.WithWebHostBuilder(
            host => host.ConfigureTestServices(services => services.AddMaintenanceMode().UseMemory()));
        await using var second = shop.WithWebHostBuilder(
            host => host.ConfigureTestServices(services => services.AddMaintenanceMode().UseMemory()));

        await EnterAsync(first);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await AskAsync(first));
        Assert.AreEqual(HttpStatusCode.OK, await AskAsync(second));
    }

    private Task EnterAsync(WebApplicationFactory<ShopFactory> factory)
        => factory.Services.GetRequiredService<IMaintenanceMode>().EnterAsync(cancellationToken: TestContext.CancellationToken);

    private async Task<HttpStatusCode> AskAsync(WebApplicationFactory<ShopFactory> factory)
    {
        using var client = factory.CreateClient();
        using var response = await client.GetAsync("/", TestContext.CancellationToken);
        return response.StatusCode;
    }
}
