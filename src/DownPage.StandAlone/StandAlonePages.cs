using DownPage.Renderer.Finishing;
using DownPage.Renderer.Rendering;
using DownPage.RenderProtocol;

namespace DownPage.StandAlone;

/// <summary>Makes rendered pages stand alone. One for all pages of a run, on several threads.</summary>
/// <param name="request">What was asked.</param>
internal sealed class StandAlonePages(RenderRequest request) : IPageFinisher
{
    public FinishedPage Finish(RenderPage page, PageAnswer answer) => new()
    {
        Files = [new PageFile(PageFormat.Html, answer.ContentType, answer.Body, [])],
    };

    public string WritePreview(string directory) => Path.Combine(directory, request.Generator);
}
