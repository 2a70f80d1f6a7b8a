namespace StartupSite;

internal sealed class Startup(IConfiguration configuration)
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddControllersWithViews();
        services.AddSingleton(new Greeting(configuration["Greeting"] ?? "No greeting is configured"));
    }

    /// <summary>Runs when the server starts: with DownPageHost=Services it does not, and leaves no trace.</summary>
    public void Configure(IApplicationBuilder app, IWebHostEnvironment environment)
    {
        File.WriteAllText(Path.Combine(environment.ContentRootPath, "configure.ran"), "");
        app.UseStaticFiles();
        app.UseRouting();
        app.UseAuthorization();
        app.UseEndpoints(endpoints =>
            endpoints.MapControllerRoute("default", "{controller=Home}/{action=Index}/{id?}"));
    }
}
