using System.Globalization;
using DownPage.RenderProtocol;

namespace DownPage.StandAlone.Checks;

/// <summary>
/// What can be wrong with a finished page, and what to do about it. A tag is that of <see cref="StartTag"/>.
/// </summary>
internal static class PageWarnings
{
    private const string HowToLeaveOut = "Leave it out of the page: ViewData[\"StatusCode\"] tells a layout that it is "
        + "rendered as a down page.";

    public static RenderDiagnostic AsksTheApp(string tag, string url) => Warning(
        DiagnosticCodes.AssetNotPublished,
        $"'{tag}' makes the page ask the app for '{StartTag.Cut(url)}', and while the site is down, nobody answers. "
            + HowToLeaveOut);

    public static RenderDiagnostic FrameIntoApp(string tag, string url) => Warning(
        DiagnosticCodes.FrameIntoApp,
        $"'{tag}' shows '{StartTag.Cut(url)}', another page of the app: while the site is down, it is an error within the page. "
            + HowToLeaveOut);

    public static RenderDiagnostic FormIntoApp(string tag) => Warning(
        DiagnosticCodes.FormIntoApp,
        $"'{tag}' sends what a visitor enters to the app: while the site is down, it is lost. {HowToLeaveOut}");

    public static RenderDiagnostic MixedContent(string tag, string url, string baseUrl) => Warning(
        DiagnosticCodes.MixedContent,
        $"'{tag}' names '{StartTag.Cut(url)}', which is not encrypted, and the site is '{baseUrl}': browsers refuse it or warn "
            + "of it. Write https, if that host answers it; or put a copy into wwwroot. If the site itself is not encrypted, say so "
            + "with <DownPageBaseUrl>.");

    public static RenderDiagnostic NoDoctype(string name) => Warning(
        DiagnosticCodes.NoDoctype,
        $"'{name}' does not start with <!DOCTYPE html>: browsers show it in quirks mode, with the rules of the nineties. Write "
            + "<!DOCTYPE html> as the first line of the layout, or of the view if it has none.");

    public static RenderDiagnostic QuirksDoctype(string name, string doctype) => Warning(
        DiagnosticCodes.NoDoctype,
        $"'{name}' starts with '{doctype}': browsers show it in quirks mode, with the rules of the nineties. Write "
            + "<!DOCTYPE html> instead.");

    public static RenderDiagnostic NoCharset(string name) => Warning(
        DiagnosticCodes.NoCharset,
        $"'{name}' does not say that it is UTF-8: a server that does not say it either makes 'é' an 'Ã©'. Write "
            + "<meta charset=\"utf-8\"> as the first line of <head>.");

    public static RenderDiagnostic NoLanguage(string tag, string? culture) => Warning(
        DiagnosticCodes.NoLanguage,
        $"'{tag}' does not say the page's language: screen readers guess how to pronounce it. Write "
            + $"<html lang=\"{(string.IsNullOrEmpty(culture) ? "en" : culture)}\">, with the language that it is in.");

    public static RenderDiagnostic NoTitle(string name) => Warning(
        DiagnosticCodes.NoTitle,
        $"'{name}' has no title: tabs and bookmarks show its address. Write <title>…</title> into <head>; where the layout shows "
            + "ViewData[\"Title\"], give the item Title=\"Back soon\".");

    public static RenderDiagnostic NoViewport(string name) => Warning(
        DiagnosticCodes.NoViewport,
        $"'{name}' has no viewport: phones show it as wide as a desktop, and small. Write "
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"> into <head>.");

    public static RenderDiagnostic OverMaxBytes(string name, int bytes, int limit) => Warning(
        DiagnosticCodes.OverMaxBytes,
        $"'{name}' has {Number(bytes)} bytes, and <DownPageMaxBytes> is {Number(limit)}. Most of a page is usually a font, an "
            + "image or styles: the preview shows what it consists of.");

    public static RenderDiagnostic OverServerLimit(string name, string size, ServerLimit limit) => Warning(
        DiagnosticCodes.OverServerLimit,
        $"'{name}' has {size}, and {limit.What} takes {Number(limit.Limit)} ('{limit.Server}' of <DownPageServers>). Make the "
            + "page smaller, for this server with a plainer layout: Layout=\"_ErrorLayout\".");

    public static RenderDiagnostic TooLargeForServer(string name, string size, ServerLimit limit) => new()
    {
        Code = DiagnosticCodes.TooLargeForServer,
        Message = $"'{name}' has {size}, and {limit.What} takes {Number(limit.Refused ?? limit.Limit)} ('{limit.Server}' of "
            + "<DownPageServers>): it starts with the page, and answers 500 when it is to show it. Make the page smaller, or "
            + "take the server out of <DownPageServers>.",
    };

    public static RenderDiagnostic BlockedByPolicy(string tag, string directive) => Warning(
        DiagnosticCodes.BlockedByPolicy,
        $"'{tag}' is blocked by the page's own Content-Security-Policy ({StartTag.Cut(directive)}), on the site as well. Move "
            + "its text into a file of wwwroot, or allow it by its hash.");

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static RenderDiagnostic Warning(string code, string message) => new()
    {
        IsError = false,
        Code = code,
        Message = message,
    };
}
