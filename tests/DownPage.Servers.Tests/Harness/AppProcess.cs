using System.Net.Sockets;
using DownPage.Servers.Tests.Http;

namespace DownPage.Servers.Tests.Harness;

/// <summary>The app behind a server, which can be gone in every way. Each call can be repeated.</summary>
internal sealed class AppProcess(string folder, string port)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly Dictionary<string, string> Environment = new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        // A killed app would leave its diagnostic pipes in the temporary folder.
        ["DOTNET_EnableDiagnostics"] = "0",
        ["DOTNET_TieredPGO"] = "0",
    };

    // The flag is the scenarios' own: an app that is up would remove it.
    private static readonly Dictionary<string, string> WithoutFlag =
        new(Environment) { ["MaintenanceMode__FlagFile"] = "" };

    private ChildProcess? process;
    private bool isPaused;

    /// <summary>What it has printed since it was last started.</summary>
    public string Output => process?.Output ?? "";

    /// <summary>
    /// Whether the app, when it is started next, writes and removes the flag file itself. Default: it does not.
    /// </summary>
    public bool KeepsFlag { get; set; }

    /// <summary>Returns when it answers.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await ContinueAsync(cancellationToken);
        if (process is { HasEnded: false })
        {
            return;
        }

        Launch();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        while (!await AnswersAsync(patience.Token))
        {
            if (process is { HasEnded: true })
            {
                throw new InvalidOperationException($"The app has ended. It printed:\n{Output}");
            }

            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>Starts it without waiting until it listens.</summary>
    public void Launch() => process = ChildProcess.Start(
        DotnetCommand.HostPath, ["FrontEndSite.dll", "--urls", $"http://127.0.0.1:{port}"], folder,
        KeepsFlag ? Environment : WithoutFlag);

    /// <summary>As a machine dies: nobody listens any more.</summary>
    public async Task KillAsync()
    {
        if (process is not null)
        {
            await process.EndAsync("KILL");
            process = null;
            isPaused = false;
        }
    }

    /// <summary>It keeps its connections, takes new ones, and says nothing any more.</summary>
    public async Task PauseAsync(CancellationToken cancellationToken)
    {
        await (process ?? throw new InvalidOperationException("The app is gone.")).SignalAsync("STOP", cancellationToken);
        isPaused = true;
    }

    public async Task ContinueAsync(CancellationToken cancellationToken)
    {
        if (isPaused && process is not null)
        {
            await process.SignalAsync("CONT", cancellationToken);
            isPaused = false;
        }
    }

    /// <summary>Whether it answers, when it is asked directly.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await RawConnection.AskAsync(port, new RawRequest("GET", "/healthz"), cancellationToken);
            return answer.Status == 200;
        }
        catch (Exception notYet) when (notYet is SocketException or IOException)
        {
            return false;
        }
    }
}
