using DownPage.Renderer;
using DownPage.RenderProtocol;

// One argument: the path of the render request. Everything else is in that document.
if (args is not [var requestFile])
{
    Console.Error.WriteLine("DownPage.Renderer is started by DownPage.Build with the path of a render request.");
    return RendererExitCode.InvalidRequest;
}

RenderRequest request;
try
{
    request = RenderDocuments.ReadRequest(requestFile);
}
catch (Exception unreadable) when (unreadable is FormatException or IOException or ArgumentException)
{
    Console.Error.WriteLine(unreadable.Message);
    return RendererExitCode.InvalidRequest;
}

using var run = new RenderRun(request);
run.Execute();
ChildProcesses.End();

// The app may have left foreground threads; the response is written and nothing of it is needed any more.
Environment.Exit(run.ExitCode);
return run.ExitCode;
