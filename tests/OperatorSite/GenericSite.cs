namespace OperatorSite;

/// <summary>As apps were made from 3.0 to 5.0.</summary>
internal static class GenericSite
{
    public static void Run(string[] args)
    {
        // A host of its own first, as for a logger: it is not the site.
        using (Host.CreateDefaultBuilder(args).Build())
        {
            Marks.Make("first-host");
        }

        var host = Host.CreateDefaultBuilder(args)
            .ConfigureServices(services => services.AddHostedService<MarkingService>())
            .ConfigureWebHostDefaults(web => web
                .ConfigureServices(services => services.AddRouting().AddMaintenanceMode())
                .Configure(app => app.UseMaintenanceMode()))
            .Build();
        Marks.Make("after-build");
        host.Run();
    }
}
