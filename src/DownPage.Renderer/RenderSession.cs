using System.Globalization;
using DownPage.Renderer.Hosting;
using DownPage.Renderer.Output;
using DownPage.Renderer.Rendering;
using DownPage.RenderProtocol;

namespace DownPage.Renderer;

/// <summary>From request to response, read from top to bottom: load the app, start it, render, write.</summary>
internal sealed class RenderSession(RenderRequest request, RenderResponse response, CancellationToken deadline)
{
    public async Task RunAsync()
    {
        // Never the culture of the build machine: a page without one of its own is the same wherever it is published.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

        var application = new ApplicationLoader(request).Load();
        var host = await ApplicationHost.StartAsync(application, request, deadline);
        using var renderer = new PageRenderer(host, request, deadline);
        var writer = new PageWriter(request.PagesDirectory);
        var progress = new ProgressReporter(request);

        foreach (var page in request.Pages)
        {
            await RenderAsync(renderer, writer, page);
            progress.Rendered();
            if (deadline.IsCancellationRequested && response.Diagnostics.Any(diagnostic => diagnostic.IsError))
            {
                break;
            }
        }

        if (response.Diagnostics.Any(diagnostic => diagnostic.IsError))
        {
            return;
        }

        writer.WriteManifest(request, application.GetName().Name!);
        writer.DeleteLeftovers();
        response.Pages.AddRange(writer.Written);
    }

    // One page's failure does not hide another's: all of them are reported in one run.
    private async Task RenderAsync(PageRenderer renderer, PageWriter writer, RenderPage page)
    {
        try
        {
            var answer = await renderer.RenderAsync(page);
            if (answer.Warning is { } warning)
            {
                response.Diagnostics.Add(warning);
            }

            writer.Write(page, answer);
        }
        catch (RenderFailure failure)
        {
            response.Diagnostics.Add(failure.Diagnostic);
        }
    }
}
