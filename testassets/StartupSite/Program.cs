namespace StartupSite;

/// <summary>The shape of ASP.NET Core 3.1's templates, with the asynchronous Main that many grew since.</summary>
internal sealed class Program
{
    private static async Task<int> Main(string[] args)
    {
        await CreateHostBuilder(args).Build().RunAsync();
        return 0;
    }

    public static IHostBuilder CreateHostBuilder(string[] args) =>
        Host.CreateDefaultBuilder(args)
            .ConfigureServices(services => services.AddHostedService<MarkingService>())
            .ConfigureWebHostDefaults(web => web.UseStartup<Startup>());
}
