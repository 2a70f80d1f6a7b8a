using System.Collections.Concurrent;
using DownPage.Renderer.Finishing;
using DownPage.Renderer.Rendering;
using DownPage.RenderProtocol;
using DownPage.StandAlone.Checks;

namespace DownPage.StandAlone.Preview;

/// <summary>The pages of a run, collected for its gallery. They come from several threads.</summary>
/// <param name="request">What was asked: decides about the order of the pages.</param>
internal sealed class PreviewPages(RenderRequest request)
{
    private const string BrotliCoding = "br";

    // Of a limit that is further away there is nothing to see.
    private const int FarAway = 100;

    private readonly ConcurrentDictionary<RenderPage, PreviewPage> pages = new();

    /// <summary>Notes a page that was finished.</summary>
    public void Add(RenderPage page, PageAnswer answer, FinishedPage finished)
    {
        var html = finished.Files[0];
        pages[page] = new PreviewPage
        {
            Name = page.Name,
            // The last is the page's own: the first culture's page is also published under the plain name.
            File = page.OutputPaths[^1],
            Culture = page.Culture,
            StatusCode = answer.StatusCode,
            Content = html.Content,
            Encodings = html.Encodings,
            Assets = finished.Assets,
            Diagnostics = finished.Diagnostics,
            Limits = [.. LimitsOf(page.Options, html)],
        };
    }

    /// <summary>Writes the gallery, and returns the path of its first page.</summary>
    public string Write(string directory) =>
        Gallery.Write(directory, [.. request.Pages.Where(pages.ContainsKey).Select(page => pages[page])]);

    private static IEnumerable<SizeLimit> LimitsOf(PageOptions options, PageFile html)
    {
        if (options.MaxBytes is { } maxBytes)
        {
            yield return new SizeLimit("DownPageMaxBytes", html.Content.Length, maxBytes);
        }
        // A limit of a server that is not named is shown as well: whoever looks may be about to choose one.
        foreach (var limit in ServerLimits.All
            .Where(limit => !limit.CountsText && limit.Limit / FarAway < html.Content.Length)
            .OrderBy(limit => limit.Limit))
        {
            yield return new SizeLimit(limit.What, html.Content.Length, limit.Limit);
        }

        if (html.Encodings.FirstOrDefault(encoding => encoding.Encoding == BrotliCoding) is { } brotli)
        {
            yield return new SizeLimit(
                "the first flight of a connection (as Brotli)", brotli.Content.Length, ServerLimits.FirstFlight);
        }
    }
}
