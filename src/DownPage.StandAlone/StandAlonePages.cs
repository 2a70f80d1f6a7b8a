using DownPage.Renderer.Finishing;
using DownPage.Renderer.Hosting;
using DownPage.Renderer.Rendering;
using DownPage.RenderProtocol;
using DownPage.StandAlone.Assets;
using DownPage.StandAlone.Preview;

namespace DownPage.StandAlone;

/// <summary>Makes rendered pages stand alone. One for all pages of a run, on several threads.</summary>
/// <param name="request">What was asked.</param>
/// <param name="webRoot">What is published; null: the app has no static web assets.</param>
internal sealed class StandAlonePages(RenderRequest request, PublishedWebRoot? webRoot) : IPageFinisher
{
    private readonly SiteFiles files = new(request, webRoot);
    private readonly PreviewPages? preview = request.PreviewDirectory is null ? null : new PreviewPages(request);

    public void Prepare() => WarmUp.Run();

    public FinishedPage Finish(RenderPage page, PageAnswer answer)
    {
        var finished = new PageFinishing(request, page, answer, files).Finish();
        preview?.Add(page, answer, finished);
        return finished;
    }

    public string WritePreview(string directory)
        => (preview ?? throw new InvalidOperationException("No preview was asked for.")).Write(directory);
}
