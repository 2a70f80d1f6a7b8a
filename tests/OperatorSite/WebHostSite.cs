using Microsoft.AspNetCore;

namespace OperatorSite;

/// <summary>As apps were made up to 2.2, and can be still: this host tells no one that it is built.</summary>
internal static class WebHostSite
{
    public static void Run(string[] args)
    {
#pragma warning disable ASPDEPR008 // The old way is what is tested.
        var host = WebHost.CreateDefaultBuilder(args)
            .ConfigureServices(services => services
                .AddHostedService<MarkingService>()
                .AddRouting()
                .AddMaintenanceMode())
            .Configure(app => app.UseMaintenanceMode())
            .Build();
        Marks.Make("after-build");
        host.Run();
#pragma warning restore ASPDEPR008
    }
}
