using System.Diagnostics;
using DownPage.Renderer.Hosting;
using DownPage.RenderProtocol;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DownPage.Renderer.Rendering;

/// <summary>
/// Renders pages, several at once if asked to: a route as a request, a view through the app's view engine.
/// </summary>
internal sealed class PageRenderer
{
    private readonly ApplicationHost host;
    private readonly RenderRequest request;
    private readonly CancellationToken deadline;
    private readonly InMemoryRequest requests;
    private readonly PageCulture cultures;
    private readonly Lazy<ViewPages> views;

    public PageRenderer(ApplicationHost host, RenderRequest request, CancellationToken deadline)
    {
        this.host = host;
        this.request = request;
        this.deadline = deadline;
        requests = new InMemoryRequest(request, deadline);
        cultures = new PageCulture(host.Services, request);
        views = new Lazy<ViewPages>(() => new ViewPages(host));
        DiagnosticListener.AllListeners.Subscribe(new ViewEvents());
    }

    /// <exception cref="RenderFailure">The page cannot be rendered.</exception>
    public async Task<PageAnswer> RenderAsync(RenderPage page)
    {
        var response = new InMemoryResponse(new MemoryStream());
        FeatureCollection features;
        try
        {
            features = await SendAsync(page, response);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            throw new RenderFailure(PageErrors.TimedOut(request, page));
        }
        catch (Exception thrown) when (thrown is not RenderFailure)
        {
            throw new RenderFailure(new ExceptionMapper(request, host.Services).Map(page, thrown), thrown);
        }

        return Answer(page, features, response);
    }

    private async Task<FeatureCollection> SendAsync(RenderPage page, InMemoryResponse response)
    {
        cultures.Use(page);
        if (page.Route is null)
        {
            response.StatusCode = page.StatusCode ?? StatusCodes.Status200OK;
        }

        var target = page.Route ?? views.Value.FindRazorPage(page);
        var features = CreateRequest(target ?? "/" + page.Name, page, response);
        if (target is not null)
        {
            await host.SendAsync(features);
        }
        else
        {
            await views.Value.RenderAsync(page, features);
        }

        return features;
    }

    private FeatureCollection CreateRequest(string target, RenderPage page, InMemoryResponse response)
    {
        var features = requests.Create(target, page, response);
        cultures.AddTo(features, page);
        return features;
    }

    private PageAnswer Answer(RenderPage page, FeatureCollection features, InMemoryResponse response)
    {
        var location = response.Headers.Location.ToString();
        if (response.Content.IsEmpty || (response.StatusCode is >= 300 and < 400 && location.Length > 0))
        {
            throw new RenderFailure(PageErrors.NoBody(request, page, response.StatusCode, location));
        }

        var status = page.StatusCode ?? response.StatusCode;
        return new PageAnswer
        {
            Body = response.Content,
            StatusCode = status,
            ContentType = response.Headers.ContentType.ToString(),
            Path = features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0],
            Views = [.. features.GetRequiredFeature<RenderedPageFeature>().Views.Distinct(StringComparer.Ordinal)],
            Warning = response.StatusCode == status || response.StatusCode == StatusCodes.Status200OK
                ? null
                : PageErrors.UnexpectedStatus(request, page, response.StatusCode),
        };
    }
}
