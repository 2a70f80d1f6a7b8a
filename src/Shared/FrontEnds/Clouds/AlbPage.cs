using System.Globalization;
using System.Net;
using System.Text;
using DownPage.PageManifest;

namespace DownPage.FrontEnds.Clouds;

/// <summary>
/// The maintenance page in 1,024 characters: itself, else its text in a little markup, else its text alone. Never a
/// part of it.
/// </summary>
/// <param name="ContentType">One of those that a load balancer takes; they have no charset.</param>
/// <param name="Body">It.</param>
internal sealed record AlbPage(string ContentType, string Body)
{
    public static readonly HostedService Service = new("alb", "a fixed response of an AWS load balancer", 1_024);

    /// <exception cref="FrontEndException">Nothing of it fits.</exception>
    public static AlbPage Of(FrontEndSite site)
    {
        var page = site.Maintenance;
        var file = page.Default;
        var html = Text(file);
        if (Fits(html))
        {
            return new AlbPage("text/html", HostedPage.Of(site, page, Service).Html);
        }

        if (page.Of(ManifestForm.Text) is not { } plain)
        {
            throw HostedPage.TooLarge(
                file.Path, $"{Number(html.Length)} characters and no plain text to take instead", Service);
        }

        var text = Text(plain).Trim();
        return Forms(text, file.Culture).FirstOrDefault(form => Fits(form.Body)) ?? throw HostedPage.TooLarge(
            plain.Path, $"{Number(Forms(text, file.Culture).Min(form => form.Body.Length))} characters", Service);
    }

    private static IEnumerable<AlbPage> Forms(string text, string? culture)
    {
        var written = WebUtility.HtmlEncode(text).Replace("&#39;", "'", StringComparison.Ordinal)
            .Replace("&quot;", "\"", StringComparison.Ordinal);
        var title = written.Split('\n')[0].Trim();
        yield return new AlbPage(
            "text/html",
            $"<!DOCTYPE html><html lang=\"{culture ?? "en"}\"><meta charset=\"utf-8\"><title>{title}</title>"
            + "<meta name=\"viewport\" content=\"width=device-width\"><meta name=\"robots\" content=\"noindex\">"
            + "<meta name=\"color-scheme\" content=\"light dark\"><pre style=\"white-space:pre-wrap;max-width:60ch;"
            + $"margin:4em auto;padding:0 1em;font:1em/1.5 sans-serif\">{written}</pre>");

        // Without a charset, letters beyond ASCII come out wrong, so they need the element that says it.
        yield return text.All(char.IsAscii)
            ? new AlbPage("text/plain", text)
            : new AlbPage("text/html", $"<meta charset=\"utf-8\"><pre style=\"white-space:pre-wrap\">{written}</pre>");
    }

    private static bool Fits(string body) => body.Length <= Service.Limit;

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Text(FrontEndFile file) => Encoding.UTF8.GetString(file.Read()).TrimStart('\uFEFF');
}
