using DownPage.Renderer.Rendering;
using DownPage.RenderProtocol;

namespace DownPage.Renderer.Finishing;

/// <summary>
/// Turns a rendered page into the files that are published. Implemented by DownPage.StandAlone, which lives in a load
/// context of its own: its libraries and the app's never meet. Pages come from several threads at once.
/// </summary>
internal interface IPageFinisher
{
    /// <summary>Makes the first page as quick as the others; there is no need to wait for it.</summary>
    void Prepare();

    /// <exception cref="RenderFailure">The page cannot be finished.</exception>
    FinishedPage Finish(RenderPage page, PageAnswer answer);

    /// <summary>Writes a gallery of all the pages that were finished, and returns the path of its first page.</summary>
    /// <param name="directory">The folder to write to.</param>
    string WritePreview(string directory);
}
