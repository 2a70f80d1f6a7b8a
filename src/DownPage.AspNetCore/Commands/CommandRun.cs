using System.Diagnostics;
using DownPage.AspNetCore.Endpoints;
using DownPage.AspNetCore.State;
using DownPage.Switching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DownPage.AspNetCore.Commands;

/// <summary>
/// Answers a request of the command as soon as the app's services are built, and ends the process: what the app does
/// after <c>Build()</c> never runs. Learns of it by the diagnostic events that the framework writes for tools.
/// </summary>
internal sealed class CommandRun(CommandRequest request)
    : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly TimeSpan PatienceAtEnd = TimeSpan.FromSeconds(5);

    private int watching;
    private int answering;

    public void Watch()
    {
        if (Interlocked.Exchange(ref watching, 1) == 0)
        {
            DiagnosticListener.AllListeners.Subscribe(this);
        }
    }

    /// <summary>
    /// Does not return. Holding the thread, rather than throwing through the app, leaves no catch, finally or exit code
    /// of the app's to run.
    /// </summary>
    public void Answer(IServiceProvider services)
    {
        if (Interlocked.Exchange(ref answering, 1) == 0)
        {
            _ = Task.Run(() => AnswerAndEndAsync(services));
        }

        Thread.Sleep(Timeout.Infinite);
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener listener)
    {
        if (listener.Name == "Microsoft.Extensions.Hosting")
        {
            listener.Subscribe(this);
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> hosting)
    {
        // An app may build a small host of its own first, to read configuration say: that one has no maintenance mode.
        if (hosting is { Key: "HostBuilt", Value: IHost host } && host.Services.GetService<CommandRun>() == this)
        {
            Answer(host.Services);
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    private async Task AnswerAndEndAsync(IServiceProvider services)
    {
        var exitCode = CommandExitCode.NotAnswered;
        try
        {
            CommandAnswer.Write(request.Answer, await HandledAsync(services));
            exitCode = CommandExitCode.Answered;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"downpage: the answer cannot be written: {failed.Message}");
        }
        finally
        {
            await FlushAsync(services);
            Environment.Exit(exitCode);
        }
    }

    /// <summary>Whatever the app throws while what is needed is made of its services is an answer, too.</summary>
    private async Task<CommandAnswer> HandledAsync(IServiceProvider services)
    {
        try
        {
            if (services.GetRequiredService<IStateStore>() is IFirstReading store)
            {
                await store.WhenReadAsync(CancellationToken.None);
            }

            services.GetRequiredService<MaintenanceMonitor>().Refresh();
            var call = new OperatorCall(
                request.Method,
                request.Path,
                request.IfMatch,
                request.IfNoneMatch,
                request.Body,
                request.User,
                ChangeSource.Command);
            var answer = await services.GetRequiredService<OperatorApi>().HandleAsync(call, CancellationToken.None);
            return new CommandAnswer(answer, null);
        }
        catch (Exception thrown)
        {
            return new CommandAnswer(null, $"{thrown.GetType().Name}: {thrown.Message}");
        }
    }

    /// <summary>
    /// The change is in the app's log as any other is: logs that write in the background need to end.
    /// </summary>
    private static async Task FlushAsync(IServiceProvider services)
    {
        try
        {
            if (services is IAsyncDisposable disposable)
            {
                await disposable.DisposeAsync().AsTask().WaitAsync(PatienceAtEnd);
            }
        }
        catch (Exception fault)
        {
            // The answer is written, and the process is about to end: nothing is left that could be done about it.
            Debug.WriteLine(fault);
        }
    }
}
