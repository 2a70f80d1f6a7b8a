using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace DownPage.AspNetCore.Bypass;

/// <summary>
/// The bar that insiders see: HTML in ASCII, styled by itself, over the page at its lower edge, and never in the way of
/// a click.
/// </summary>
internal static class RibbonBar
{
    private const int LongestMessage = 200;

    private const string Style =
        "all:initial;position:fixed;bottom:0;left:0;right:0;z-index:2147483647;box-sizing:border-box;padding:6px 12px;"
        + "background:#7c2d12;color:#fff;border-top:1px solid #fed7aa;font:14px/20px system-ui,sans-serif;"
        + "text-align:center;pointer-events:none";

    public static bool IsReadOnly(MaintenanceState state) => state is { IsDown: true, Mode: MaintenanceKind.ReadOnly };

    public static byte[] Compose(MaintenanceState state)
    {
        var text = new StringBuilder($"""<div role="status" lang="en" data-downpage-ribbon style="{Style}">""");
        text.Append(What(state));
        if (state.Until is { } until)
        {
            text.Append(CultureInfo.InvariantCulture, $" until {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
        }

        text.Append('.');
        if (!string.IsNullOrWhiteSpace(state.Message))
        {
            text.Append(" <bdi>").Append(HtmlEncoder.Default.Encode(Shortened(state.Message))).Append("</bdi>");
        }

        return Encoding.ASCII.GetBytes(text.Append("</div>").ToString());
    }

    private static string What(MaintenanceState state) => state switch
    {
        { IsDown: false } => "Maintenance: this page is down for visitors",
        _ when IsReadOnly(state) => "Maintenance: the site is read-only for visitors",
        { Scopes.Count: > 0 } => "Maintenance: this part of the site is down for visitors",
        _ => "Maintenance: the site is down for visitors",
    };

    /// <summary>Never between the two halves of a character.</summary>
    private static string Shortened(string message)
    {
        if (message.Length <= LongestMessage)
        {
            return message;
        }

        var end = char.IsHighSurrogate(message[LongestMessage - 1]) ? LongestMessage - 1 : LongestMessage;
        return string.Concat(message.AsSpan(0, end), "…");
    }
}
