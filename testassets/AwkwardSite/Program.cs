using AwkwardSite.Behaviours;

// A site that misbehaves on request: the variable AWKWARD names the case. Without it, a site like any other.
try
{
    await BeforeBuild.RunAsync(args);

    if (Awkward.Is("ends-without-a-host"))
        return;

    var builder = WebApplication.CreateBuilder(args);
    builder.Services.AddControllersWithViews();
    builder.Services.AddSingleton<Catalogue>();
    builder.Services.AddHostedService<MarkingService>();
    if (Awkward.Is("needs-database"))
        builder.Services.AddHostedService<CatalogueWarmup>();

    var app = builder.Build();

    await AfterBuild.RunAsync(app);

    app.UseStaticFiles();
    app.MapControllerRoute("default", "{controller=Home}/{action=Index}/{id?}");
    app.Run();
}
catch (Exception exception) when (Awkward.Is("catches-everything"))
{
    // The shape of Serilog's template: whatever happens is reported and ends the process.
    Console.Error.WriteLine($"Host terminated unexpectedly: {exception}");
    Environment.Exit(1);
}
