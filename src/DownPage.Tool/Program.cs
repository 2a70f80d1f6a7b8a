using System.Runtime.InteropServices;
using System.Text;
using DownPage.Tool;

if (OperatingSystem.IsWindows())
{
    // Its consoles have code pages of the last century.
    Console.OutputEncoding = Encoding.UTF8;
}

using var stop = new CancellationTokenSource();
var exitBySignal = 0;
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
var context = new ToolContext
{
    Out = Console.Out,
    Error = Console.Error,
    In = Console.In,
    IsTerminal = !Console.IsOutputRedirected,
    Width = () => Console.WindowWidth,
    HasControl = !Console.IsInputRedirected,
    Directory = Environment.CurrentDirectory,
};
var exitCode = await CommandLine.RunAsync(args, context, stop.Token);
return exitCode == ExitCode.Interrupted && exitBySignal != 0 ? exitBySignal : exitCode;

// The first is obeyed in good order, a second one at once.
void Stop(PosixSignalContext signal)
{
    exitBySignal = signal.Signal == PosixSignal.SIGTERM ? ExitCode.Terminated : ExitCode.Interrupted;
    if (!stop.IsCancellationRequested)
    {
        signal.Cancel = true;
        stop.Cancel();
    }
}
