using DownPage.Soak.Running;
using DownPage.Testing;

namespace DownPage.Soak;

/// <summary>Runs the soak and prints what came of it; see bench/README.md.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        var options = SoakOptions.Parse(arguments);
        if (!Command.IsInstalled("nginx"))
        {
            await Console.Error.WriteLineAsync("nginx is not installed.");
            return 1;
        }

        using var interrupted = new CancellationTokenSource();
        Console.CancelKeyPress += (_, press) =>
        {
            press.Cancel = true;
            interrupted.Cancel();
        };
        await Console.Error.WriteLineAsync("publishing the site ...");
        using var site = await SoakSite.PublishAsync(interrupted.Token);
        var timeline = new Timeline();
        using var app = new MortalApp(site, timeline);
        using var nginx = await NginxFront.StartAsync(site.Published, app.Port, isLogged: false, interrupted.Token);
        await app.StartAsync(interrupted.Token);

        var report = await SoakRun.RunAsync(options, site, app, nginx, timeline, interrupted.Token);
        Console.WriteLine(report);
        return report.IsRight ? 0 : 1;
    }
}
