namespace AwkwardSite.Behaviours;

/// <summary>What apps do before they build their host.</summary>
internal static class BeforeBuild
{
    public static async Task RunAsync(string[] args)
    {
        if (Awkward.Is("throws-before-build"))
            throw new InvalidOperationException("The secret 'Payments:ApiKey' is missing. Ask the vault for it.");

        if (Awkward.Is("hangs-before-build"))
            Thread.Sleep(Timeout.Infinite);

        if (Awkward.Is("exits-before-build"))
            Environment.Exit(3);

        if (Awkward.Is("awaits-long-before-build"))
            await Task.Delay(1500);

        if (Awkward.Is("prints-much"))
            Print();

        if (Awkward.Is("builds-a-helper-host-first"))
            AskHelperHost(args);
    }

    private static void Print()
    {
        for (var line = 0; line < 30_000; line++)
            Console.WriteLine($"Warming up the cache, entry {line} of 30000.");

        // What a tool that reads its child's output as MSBuild does would take for errors.
        Console.WriteLine("Program.cs(1,1): error CS0001: fake");
        Console.WriteLine("error DP0001: fake");
        Console.WriteLine("MSBUILD : error MSB0001: fake");
        Console.Error.WriteLine("/src/Views/502.cshtml(7,3): error DP0201: fake");
        Console.Error.WriteLine("warning DP0205: fake");
        Console.Error.Write("error DP0902: fake, and no line end");
    }

    private static void AskHelperHost(string[] args)
    {
        using IHost helper = Host.CreateApplicationBuilder(args).Build();
        helper.Services.GetRequiredService<IConfiguration>();
    }
}
