using System.Runtime.InteropServices;

namespace DownPage.Tool.Running;

/// <summary>
/// Passes signals on to a program, instead of ending by them: this process has to tidy up after it.
/// </summary>
internal sealed class SignalRelay : IDisposable
{
    private readonly object gate = new();
    private readonly List<int> early = [];
    private readonly PosixSignalRegistration[] registrations;
    private readonly bool hasTerminal;
    private int? process;

    public SignalRelay(ToolContext context)
    {
        // The terminal itself sends Ctrl+C to all of a group, so the program has it already; twice may mean "at once".
        hasTerminal = context.HasControl;
        PosixSignal[] signals = OperatingSystem.IsWindows()
            ? [PosixSignal.SIGINT, PosixSignal.SIGQUIT]
            : [PosixSignal.SIGINT, PosixSignal.SIGQUIT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];
        registrations = Array.ConvertAll(signals, signal => PosixSignalRegistration.Create(signal, Relay));
    }

    /// <summary>The exit code of a signal that came before there was a program. Null: none did.</summary>
    public int? First { get; private set; }

    /// <summary>From now on signals go to the process.</summary>
    public void Attach(int id)
    {
        lock (gate)
        {
            process = id;
            foreach (var signal in early)
            {
                Send(id, signal);
            }
        }
    }

    public void Dispose() => Array.ForEach(registrations, registration => registration.Dispose());

    private void Relay(PosixSignalContext signal)
    {
        signal.Cancel = true;
        var (number, byTerminal) = signal.Signal switch
        {
            PosixSignal.SIGINT => (2, true),
            PosixSignal.SIGQUIT => (3, true),
            PosixSignal.SIGHUP => (1, false),
            _ => (15, false),
        };
        lock (gate)
        {
            First ??= 128 + number;
            if (process is not { } id)
            {
                early.Add(number);
            }
            else if (!(byTerminal && hasTerminal) && !OperatingSystem.IsWindows())
            {
                Send(id, number);
            }
        }
    }

    private static void Send(int id, int signal)
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = Kill(id, signal);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
