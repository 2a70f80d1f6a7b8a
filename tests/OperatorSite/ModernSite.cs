namespace OperatorSite;

/// <summary>As apps are made today.</summary>
internal static class ModernSite
{
    public static void Run(string[] args, string? kind)
    {
        var builder = WebApplication.CreateBuilder(args);

        // Before maintenance mode, as an app may have it.
        builder.Services.AddHostedService<MarkingService>();
        if (kind != "WithoutMaintenance")
        {
            var maintenance = builder.Services.AddMaintenanceMode();
            if (builder.Configuration["Store"] is { Length: > 0 } folder)
            {
                maintenance.UseStore(_ => new FolderStore(folder));
            }
        }

        var app = builder.Build();
        Marks.Make("after-build");
        if (kind != "WithoutMaintenance")
        {
            app.UseMaintenanceMode();
            app.MapMaintenanceMode().RequireOperatorToken();
        }

        app.MapGet("/", () => "open");
        app.Run();
    }
}
