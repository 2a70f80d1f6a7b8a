namespace AwkwardSite.Behaviours;

/// <summary>What apps do between building their host and running it.</summary>
internal static class AfterBuild
{
    public static async Task RunAsync(WebApplication app)
    {
        if (Awkward.Is("throws-after-build"))
            throw new InvalidOperationException("The table 'Products' could not be seeded.");

        if (Awkward.Is("hangs-after-build"))
            Thread.Sleep(Timeout.Infinite);

        if (Awkward.Is("needs-database"))
            await app.Services.GetRequiredService<Catalogue>().ConnectAsync(CancellationToken.None);

        Migrate(app.Environment);
    }

    /// <summary>Stands for a database migration: a trace in the content root tells that it ran.</summary>
    private static void Migrate(IWebHostEnvironment environment) =>
        File.WriteAllText(Path.Combine(environment.ContentRootPath, "migration.ran"), "");
}
