using System.Diagnostics;
using System.Globalization;
using DownPage.Testing;

namespace DownPage.Soak.Running;

/// <summary>The site's process, which is killed (SIGKILL) and started again on the same port.</summary>
internal sealed class MortalApp(SoakSite site, Timeline timeline) : IDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    private Process? process;
    private Stopwatch? living;

    public int Port { get; } = FreePort.Find();

    public int Lives { get; private set; }

    public int Kills { get; private set; }

    /// <summary>From its start until it listened, each time.</summary>
    public List<TimeSpan> Starts { get; } = [];

    /// <summary>How long it has been listening.</summary>
    public TimeSpan Lived => living?.Elapsed ?? TimeSpan.Zero;

    /// <summary>Starts it and returns when it listens, or when the run is over.</summary>
    public async Task StartAsync(CancellationToken end)
    {
        var watch = Stopwatch.StartNew();
        Lives++;
        process = Process.Start(StartInfo()) ?? throw new InvalidOperationException("The app does not start.");
        while (!end.IsCancellationRequested && !FreePort.Listens(Port))
        {
            if (process.HasExited || watch.Elapsed > StartTimeout)
            {
                throw new InvalidOperationException("The app does not listen.");
            }

            await Task.Delay(2, CancellationToken.None);
        }

        timeline.Listening(Lives);
        Starts.Add(watch.Elapsed);
        living = Stopwatch.StartNew();
    }

    public async Task KillAsync()
    {
        timeline.Dying();
        living = null;
        Kills++;
        await EndAsync();
    }

    public void Dispose() => EndAsync().GetAwaiter().GetResult();

    private async Task EndAsync()
    {
        if (process is null)
        {
            return;
        }

        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(DotnetCommand.HostPath) { WorkingDirectory = site.Published.Directory };
        foreach (var argument in (string[])[$"{site.Published.Name}.dll", "--urls", Address(), "--Life", Number(Lives)])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        // The flag is the front end's alone here: the app, which is up, would take it away.
        start.Environment["MaintenanceMode__FlagFile"] = "";
        // An app that is killed leaves its diagnostic pipes in the temporary folder.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }

    private string Address() => "http://127.0.0.1:" + Number(Port);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
