using System.Globalization;
using DownPage.RenderProtocol;

namespace DownPage.StandAlone.Checks;

/// <summary>
/// What can be wrong with a file that a page needs. <c>asker</c> is who needs it: an element's start tag
/// (<see cref="StartTag.Of"/>), or the address of a style sheet.
/// </summary>
internal static class AssetErrors
{
    public static RenderDiagnostic NotPublished(string asker, string url) => Warning(
        DiagnosticCodes.AssetNotPublished,
        $"'{asker}' asks the site for '{Cut(url)}', and no file of that address is published: while the site is down, nobody "
            + "answers. Is the name right, upper and lower case too? What the app makes as it runs cannot be in a page: put a "
            + "copy into wwwroot.");

    public static RenderDiagnostic Outside(string asker, string url) => Warning(
        DiagnosticCodes.OutsideAsset,
        $"'{asker}' asks another host for '{Cut(url)}'. It stays as it is: the page asks for it whenever it is shown, and looks "
            + "right only while that host answers. A copy in wwwroot would be put into the page.");

    /// <param name="asker">Who needs the file.</param>
    /// <param name="url">The file's address.</param>
    /// <param name="bytes">The file's size.</param>
    /// <param name="limit">The size up to which a file is put into the page.</param>
    /// <param name="target">Where it is published, <c>_downpage/assets/3f8a….woff2</c>.</param>
    public static RenderDiagnostic Large(string asker, string url, long bytes, int limit, string target) => Warning(
        DiagnosticCodes.LargeAsset,
        $"'{asker}' needs '{Cut(url)}' of {Number(bytes)} bytes, and <DownPageInlineLimit> is {Number(limit)}: it is published "
            + $"beside the page, as '{target}'. A server that shows the page from a single file does not have it. Make the "
            + "file smaller or the limit larger.");

    public static RenderDiagnostic IntegrityMismatch(string asker, string url, string integrity) => Warning(
        DiagnosticCodes.IntegrityMismatch,
        $"'{Cut(url)}' is not the file that integrity=\"{Cut(integrity)}\" of '{asker}' speaks of. Browsers refuse it, on the "
            + "site as well, and the page is published without it. Compute the integrity of the file as it is, or leave the "
            + "attribute out.");

    /// <param name="script">The script's start tag.</param>
    /// <param name="call">What asks, <c>fetch(</c>.</param>
    public static RenderDiagnostic ScriptRequest(string script, string call) => Warning(
        DiagnosticCodes.ScriptRequest,
        $"The script '{script}' stays in the page and contains '{Cut(call)}': it would ask the app, which is down. Look whether "
            + "the page is right when the answer fails to come, or let scripts go with "
            + "<DownPageScripts>Remove</DownPageScripts>.");

    /// <param name="script">The script's start tag.</param>
    public static RenderDiagnostic ThemeScriptRemoved(string script) => Warning(
        DiagnosticCodes.ThemeScriptRemoved,
        $"The script '{script}' reads 'prefers-color-scheme', and is not in the page: scripts are removed. If it chooses between "
            + "light and dark, the page is always what it is without the script. Say Scripts=\"Inline\" for this page, or choose "
            + "in a style: @media (prefers-color-scheme: dark).");

    /// <param name="projectFile">The project.</param>
    /// <param name="item">The page's item.</param>
    /// <param name="selector">What was given.</param>
    public static RenderDiagnostic InvalidKeepCss(string projectFile, string item, string selector) => new()
    {
        Code = DiagnosticCodes.InvalidKeepCss,
        File = projectFile,
        Message = $"'{Cut(selector)}', in DownPageKeepCss of '{item}', is no selector. Write selectors as in a style sheet, "
            + "separated by semicolons: '.is-open; dialog[open]'.",
    };

    /// <param name="asker">Who needs the file.</param>
    /// <param name="url">The file's address.</param>
    /// <param name="file">The file that is published under it.</param>
    /// <param name="reason">Why it cannot be read.</param>
    public static RenderDiagnostic Unreadable(string asker, string url, string file, string reason) => Warning(
        DiagnosticCodes.AssetUnreadable,
        $"'{asker}' needs '{Cut(url)}', which is published from '{file}', and that cannot be read: {reason} The page is "
            + "published without it.");

    private static RenderDiagnostic Warning(string code, string message) => new()
    {
        IsError = false,
        Code = code,
        Message = message,
    };

    private static string Cut(string text) => StartTag.Cut(text);

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
