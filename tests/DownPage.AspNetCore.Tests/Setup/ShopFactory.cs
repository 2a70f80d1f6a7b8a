using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DownPage.AspNetCore.Tests.Setup;

/// <summary>An app as its author's tests start it.</summary>
public sealed class ShopFactory : WebApplicationFactory<ShopFactory>
{
    protected override IHostBuilder CreateHostBuilder()
        => new HostBuilder().ConfigureWebHost(web => web
            .ConfigureServices(services => services.AddMaintenanceMode())
            .Configure(app => app.UseMaintenanceMode().Run(context => context.Response.WriteAsync("shop"))));

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseContentRoot(AppContext.BaseDirectory);
}
