using DownPage.RenderProtocol;

namespace DownPage.Renderer;

/// <summary>One run of the process: whatever becomes of it, a response is written once.</summary>
internal sealed class RenderRun : IDisposable
{
    private readonly RenderRequest request;
    private readonly object answering = new();
    private bool answered;

    public RenderRun(RenderRequest request)
    {
        this.request = request;
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
        AppDomain.CurrentDomain.UnhandledException += OnUnhandledException;
    }

    public int ExitCode { get; private set; }

    public void Execute()
    {
        var response = new RenderResponse();
        try
        {
            using var deadline = new CancellationTokenSource(request.TimeoutMilliseconds);
            new RenderSession(request, response, deadline.Token).RunAsync().GetAwaiter().GetResult();
        }
        catch (RenderFailure failure)
        {
            response.Diagnostics.Add(failure.Diagnostic);
        }
        catch (Exception ours)
        {
            response.Diagnostics.Add(Unexpected(ours));
        }

        Answer(response);
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        AppDomain.CurrentDomain.UnhandledException -= OnUnhandledException;
    }

    private void Answer(RenderResponse response)
    {
        lock (answering)
        {
            if (answered)
            {
                return;
            }

            answered = true;
            ExitCode = RendererExitCode.Rendered;
            if (response.Diagnostics.Any(diagnostic => diagnostic.IsError))
            {
                ExitCode = RendererExitCode.Failed;
                response.Pages.Clear();
            }

            try
            {
                RenderDocuments.Write(request.ResponseFile, response);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                // A full disk: neither the pages nor this fits.
                ExitCode = RendererExitCode.ResponseNotWritten;
                Console.Error.WriteLine(refused.Message);
            }
        }
    }

    // The app called Environment.Exit: Execute would have answered before this process ends on its own.
    private void OnProcessExit(object? sender, EventArgs e)
    {
        Answer(new RenderResponse { Diagnostics = { StartErrors.Exited(request, Environment.ExitCode) } });
        Environment.ExitCode = ExitCode;
    }

    private void OnUnhandledException(object sender, UnhandledExceptionEventArgs e)
    {
        if (e.ExceptionObject is Exception thrown)
        {
            Answer(new RenderResponse { Diagnostics = { StartErrors.Crashed(request, thrown) } });
        }
    }

    private RenderDiagnostic Unexpected(Exception ours) => new()
    {
        Code = DiagnosticCodes.RendererFailed,
        File = request.ProjectFile,
        Message = $"DownPage failed with {ours.GetType().Name}: {ours.Message} This is a fault of DownPage: please "
            + "report it with the two render-*.json files of the obj folder.",
        Detail = ours.ToString(),
    };
}
