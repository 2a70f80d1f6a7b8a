using System.Globalization;
using System.Net;
using System.Text;
using DownPage.RenderProtocol;

namespace DownPage.StandAlone.Preview;

/// <summary>The gallery's own page.</summary>
internal sealed class GalleryDocument
{
    private readonly StringBuilder html = new();

    private GalleryDocument()
    {
    }

    /// <summary>The document that shows these pages.</summary>
    public static string Of(IReadOnlyList<PreviewPage> pages)
    {
        var document = new GalleryDocument();
        document.WriteDocument(pages);
        return document.html.ToString();
    }

    private void WriteDocument(IReadOnlyList<PreviewPage> pages)
    {
        Line("<!DOCTYPE html>");
        Line("<html lang=\"en\">");
        Line("<head>");
        Line("<meta charset=\"utf-8\">");
        Line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        // The gallery is nobody's page: it must not ask for an icon either.
        Line("<link rel=\"icon\" href=\"data:,\">");
        Line("<title>Down pages</title>");
        Line($"<style>{GalleryStyles.Text}</style>");
        Line("</head>");
        Line("<body>");
        WriteContents(pages);
        Line("<main>");
        foreach (var page in pages)
        {
            WritePage(page);
        }

        Line("</main>");
        Line("</body>");
        Line("</html>");
    }

    private void WriteContents(IReadOnlyList<PreviewPage> pages)
    {
        Line("<header>");
        Line("<h1>Down pages</h1>");
        Line($"<p>{Count(pages.Count, "page")}, {Count(pages.Sum(page => page.Diagnostics.Count), "finding")}</p>");
        Line("<nav aria-label=\"Pages\"><ul>");
        foreach (var group in pages.GroupBy(page => page.Name))
        {
            Line($"<li><span class=\"status\">{group.First().StatusCode}</span> {Text(group.Key)}");
            foreach (var page in group)
            {
                var mark = IsTroubled(page) ? " class=\"troubled\"" : "";
                Line($"<a href=\"#{Uri.EscapeDataString(page.File)}\"{mark}>{Text(page.Culture ?? "default")}</a>");
            }

            Line("</li>");
        }

        Line("</ul></nav>");
        Line("</header>");
    }

    private void WritePage(PreviewPage page)
    {
        Line($"<section id=\"{Text(page.File)}\">");
        Line($"<h2><span class=\"status\">{page.StatusCode}</span> "
            + $"<a href=\"#{Uri.EscapeDataString(page.File)}\">{Text(page.File)}</a>"
            + $"{(page.Culture is null ? "" : $" <small>{Text(page.Culture)}</small>")}</h2>");
        Line("<div class=\"facts\">");
        WriteSizes(page);
        WriteParts(page);
        WriteLimits(page.Limits);
        WriteDiagnostics(page.Diagnostics);
        Line("</div>");
        foreach (var scheme in (string[])["light", "dark"])
        {
            WriteFrames(page, scheme);
        }

        Line("</section>");
    }

    private void WriteSizes(PreviewPage page)
    {
        Line("<table class=\"sizes\"><caption>Size in bytes</caption>");
        Line($"<tr><th scope=\"row\">as it is</th><td>{Number(page.Content.Length)}</td></tr>");
        foreach (var encoding in page.Encodings)
        {
            Line($"<tr><th scope=\"row\">{Text(encoding.Encoding)}</th><td>{Number(encoding.Content.Length)}</td></tr>");
        }

        foreach (var asset in page.Assets)
        {
            Line($"<tr><th scope=\"row\">beside: {Text(asset.Path)}</th><td>{Number(asset.Content.Length)}</td></tr>");
        }

        Line("</table>");
    }

    private void WriteParts(PreviewPage page)
    {
        Line("<table class=\"sizes\"><caption>Made of</caption>");
        foreach (var (name, bytes) in PageParts.Of(page.Content.Span))
        {
            Line($"<tr><th scope=\"row\">{Text(name)}</th><td>{Number(bytes)}</td></tr>");
        }

        Line("</table>");
    }

    private void WriteLimits(IReadOnlyList<SizeLimit> limits)
    {
        if (limits.Count == 0)
        {
            return;
        }

        Line("<div class=\"limits\"><h3>Limits</h3><div>");
        foreach (var limit in limits)
        {
            var isOver = limit.Bytes > limit.MaxBytes;
            var percent = Math.Min(100, 100.0 * limit.Bytes / Math.Max(1, limit.MaxBytes));
            var width = percent.ToString("0.#", CultureInfo.InvariantCulture);
            var verdict = isOver
                ? $"{Number(limit.Bytes - limit.MaxBytes)} too many"
                : $"{Number(limit.MaxBytes - limit.Bytes)} left";
            Line($"<div class=\"limit{(isOver ? " over" : "")}\"><span>{Text(limit.Name)}</span>"
                + $"<span>{Number(limit.Bytes)} of {Number(limit.MaxBytes)}, {verdict}</span>"
                + $"<div class=\"bar\"><i style=\"width:{width}%\"></i></div></div>");
        }

        Line("</div></div>");
    }

    private void WriteDiagnostics(IReadOnlyList<RenderDiagnostic> diagnostics)
    {
        if (diagnostics.Count == 0)
        {
            Line("<p class=\"fine\">Nothing found to be wrong.</p>");
            return;
        }

        Line("<div class=\"findings\"><h3>Findings</h3><ul>");
        foreach (var diagnostic in diagnostics)
        {
            Line($"<li class=\"{(diagnostic.IsError ? "error" : "warning")}\"><b>{Text(diagnostic.Code)}</b> "
                + $"{Text(diagnostic.Message)}"
                + $"{(Place(diagnostic) is { } place ? $" <code>{Text(place)}</code>" : "")}</li>");
        }

        Line("</ul></div>");
    }

    private void WriteFrames(PreviewPage page, string scheme)
    {
        var address = string.Join('/', page.File.Split('/').Select(Uri.EscapeDataString).Prepend(Gallery.PagesFolder));
        Line($"<div class=\"frames {scheme}\">");
        foreach (var frame in Frame.All)
        {
            var title = $"{frame.Width} pixels, {scheme}";
            Line($"<figure style=\"--w:{frame.Width};--h:{frame.Height};--s:.{frame.ScalePercent}\">");
            // Within a frame, prefers-color-scheme is the color-scheme of the frame's element. No page may leave its
            // frame; one without an origin of its own would not be given the files beside it.
            Line($"<div><iframe src=\"{address}\" title=\"{Text(page.File)}, {title}\" style=\"color-scheme:{scheme}\" "
                + "loading=\"lazy\" sandbox=\"allow-scripts allow-same-origin\"></iframe></div>");
            Line($"<figcaption><a href=\"{address}\" target=\"_blank\">{title}</a></figcaption>");
            Line("</figure>");
        }

        Line("</div>");
    }

    private static bool IsTroubled(PreviewPage page) =>
        page.Diagnostics.Count > 0 || page.Limits.Any(limit => limit.Bytes > limit.MaxBytes);

    private static string? Place(RenderDiagnostic diagnostic) =>
        diagnostic switch
        {
            { File: null } => null,
            { Line: 0 } => diagnostic.File,
            _ => $"{diagnostic.File}({diagnostic.Line},{diagnostic.Column})",
        };

    private static string Count(int count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private void Line(string line) => html.Append(line).Append('\n');
}
