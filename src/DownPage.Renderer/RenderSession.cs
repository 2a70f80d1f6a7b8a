using System.Globalization;
using DownPage.Renderer.Finishing;
using DownPage.Renderer.Hosting;
using DownPage.Renderer.Output;
using DownPage.Renderer.Rendering;
using DownPage.RenderProtocol;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.Renderer;

/// <summary>From request to response, read from top to bottom: load the app, start it, render, write.</summary>
internal sealed class RenderSession(RenderRequest request, RenderResponse response, CancellationToken deadline)
{
    private readonly PageResult?[] results = new PageResult?[request.Pages.Count];
    private readonly PageWriter writer = new(request.PagesDirectory);
    private readonly ProgressReporter progress = new(request);
    private IPageFinisher finisher = null!;

    public async Task RunAsync()
    {
        // Never the culture of the build machine: a page without one of its own is the same wherever it is published.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

        var webRoot = PublishedWebRoot.For(request);
        var finishing = Task.Run(() => StandAloneContext.CreateFinisher(request, webRoot), CancellationToken.None);
        _ = finishing.ContinueWith(
            loaded => loaded.Result.Prepare(), deadline, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        var application = new ApplicationLoader(request).Load();
        var host = await ApplicationHost.StartAsync(application, request, webRoot, deadline);
        finisher = await finishing;
        await RenderAsync(new PageRenderer(host, request, deadline));

        response.Diagnostics.AddRange(results.OfType<PageResult>().SelectMany(result => result.Diagnostics));
        if (request.PreviewDirectory is { } preview)
        {
            finisher.WritePreview(preview);
        }

        if (response.Diagnostics.Any(diagnostic => diagnostic.IsError))
        {
            return;
        }

        var files = results.SelectMany(result => result!.Files).ToList();
        var name = application.GetName().Name!;
        response.Pages.AddRange(writer.WriteManifest(request.Generator, name, files));
        new ConfigOutput(request, host.Services.GetService<IConfiguration>()).Write(name, writer, response);
        writer.DeleteLeftovers(response.Pages);
    }

    // On threads of the pool: a view that never yields must not keep the deadline from being noticed.
    private async Task RenderAsync(PageRenderer renderer)
    {
        try
        {
            await Task.Run(() => RenderAllAsync(renderer), CancellationToken.None).WaitAsync(deadline);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            // Pages are taken in order: the first without a result is the one that took so long, or the one kept waiting.
            var unfinished = Array.IndexOf(results, null);
            if (unfinished >= 0)
            {
                response.Diagnostics.Add(PageErrors.TimedOut(request, request.Pages[unfinished]));
            }
        }
    }

    // The first page warms up what all of them use; side by side, each would have to.
    private async Task RenderAllAsync(PageRenderer renderer)
    {
        await RenderPageAsync(renderer, 0);
        await Parallel.ForAsync(1, results.Length, deadline, async (index, _) => await RenderPageAsync(renderer, index));
    }

    // One page's failure does not hide another's: all of them are reported in one run.
    private async Task RenderPageAsync(PageRenderer renderer, int index)
    {
        var page = request.Pages[index];
        try
        {
            var answer = await renderer.RenderAsync(page);
            var finished = finisher.Finish(page, answer);
            RenderDiagnostic[] odd = answer.Warning is { } warning ? [warning] : [];
            results[index] = new PageResult(
                writer.Write(page, answer.StatusCode, finished), [.. odd, .. finished.Diagnostics]);
        }
        catch (RenderFailure failure)
        {
            results[index] = new PageResult([], [failure.Diagnostic]);
        }

        progress.Rendered();
    }
}
