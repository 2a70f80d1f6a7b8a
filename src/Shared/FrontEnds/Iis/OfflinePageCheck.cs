using System.Text;
using System.Text.RegularExpressions;

namespace DownPage.FrontEnds.Iis;

/// <summary>
/// Whether a page can be <c>app_offline.htm</c>: IIS answers every path with it, without saying how it is encoded.
/// </summary>
internal static partial class OfflinePageCheck
{
    // Browsers look no further (https://html.spec.whatwg.org/#prescan).
    private const int CharsetWithin = 1024;

    /// <exception cref="FrontEndException">It cannot.</exception>
    public static void Check(string name, byte[] page, string? assetAddress)
    {
        if (assetAddress is not null && Encoding.UTF8.GetString(page).Contains(assetAddress, StringComparison.Ordinal))
        {
            throw new FrontEndException(
                DiagnosticCodes.PageTooLargeForServer,
                $"'{name}' asks for files below '{assetAddress}', and under IIS nobody answers them while the app is gone: "
                + "the page must stand alone. Raise DownPageInlineLimit until what is in the page is put into it, make "
                + "its pictures smaller, or take iis out of DownPageServers.");
        }

        var start = Encoding.Latin1.GetString(page, 0, Math.Min(CharsetWithin, page.Length));
        var isMarked = page is [0xEF, 0xBB, 0xBF, ..] || Charset().IsMatch(start);
        if (!isMarked && page.Any(character => character > 0x7F))
        {
            throw new FrontEndException(
                DiagnosticCodes.NoCharset,
                $"'{name}' does not say within its first 1,024 bytes how it is encoded, and IIS does not say so either: its "
                + "letters beyond ASCII would be garbled. Put <meta charset=\"utf-8\"> first into its <head>.");
        }
    }

    [GeneratedRegex(@"<meta\b[^>]*\bcharset\s*=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
