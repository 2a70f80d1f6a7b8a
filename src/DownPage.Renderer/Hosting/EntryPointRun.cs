using System.Diagnostics;
using System.Reflection;
using DownPage.RenderProtocol;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DownPage.Renderer.Hosting;

/// <summary>
/// Runs the app's entry point on a thread of its own and watches it build its host, by the diagnostic events that the
/// framework writes for tools like this one.
/// </summary>
internal sealed class EntryPointRun(Assembly application, Action<IServiceCollection> configure, bool stopAtBuild)
    : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly TaskCompletionSource<IHost> built = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The app's web host, once it is built.</summary>
    public Task<IHost> Built => built.Task;

    /// <summary>Completes when the entry point returns, faults with what it threw.</summary>
    public Task Ended => ended.Task;

    public void Start()
    {
        DiagnosticListener.AllListeners.Subscribe(this);
        new Thread(Run) { IsBackground = true, Name = "The app's entry point" }.Start();
    }

    /// <summary>Waits until the entry point has come as far as <paramref name="milestone"/>.</summary>
    /// <exception cref="RenderFailure">It threw, ended or did not come so far in time.</exception>
    public async Task ReachAsync(
        Task milestone,
        RenderRequest request,
        Func<RenderRequest, RenderDiagnostic> timedOut,
        Func<RenderRequest, Exception, RenderDiagnostic> threw,
        CancellationToken deadline)
    {
        try
        {
            await Task.WhenAny(milestone, Ended).WaitAsync(deadline);
            if (milestone.IsCompletedSuccessfully)
            {
                return;
            }

            await Ended;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            throw new RenderFailure(timedOut(request));
        }
        catch (Exception thrown)
        {
            throw new RenderFailure(threw(request, thrown), thrown);
        }

        throw new RenderFailure(StartErrors.BuiltNoHost(request));
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
        switch (hosting)
        {
            case { Key: "HostBuilding", Value: IHostBuilder builder }:
                builder.ConfigureServices(services =>
                {
                    if (IsWebHost(services))
                    {
                        configure(services);
                    }
                });
                break;
            case { Key: "HostBuilt", Value: IHost host } when host.Services.GetService<IWebHostEnvironment>() is not null:
                OnBuilt(host);
                break;
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

    // An app may build a small host of its own first, to read configuration say: that one is not the site.
    private static bool IsWebHost(IServiceCollection services)
        => services.Any(service => service.ServiceType == typeof(IWebHostEnvironment));

    // Holding the thread, rather than throwing through the app, leaves no catch, finally or exit code of the app's to run.
    private void OnBuilt(IHost host)
    {
        if (built.TrySetResult(host) && stopAtBuild)
        {
            Thread.Sleep(Timeout.Infinite);
        }
    }

    private void Run()
    {
        try
        {
            var entryPoint = application.EntryPoint
                ?? throw new InvalidOperationException($"'{application.GetName().Name}' has no entry point.");
            object?[]? arguments = entryPoint.GetParameters().Length == 0 ? null : [Array.Empty<string>()];
            entryPoint.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
            ended.TrySetResult();
        }
        catch (Exception thrown)
        {
            ended.TrySetException(thrown);
        }
    }
}
