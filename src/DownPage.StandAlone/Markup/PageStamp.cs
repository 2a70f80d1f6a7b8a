using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;

namespace DownPage.StandAlone.Markup;

/// <summary>
/// What tells the page of one build from that of another, whatever a message that is put into it later makes of its
/// bytes: <c>downpage verify</c> looks for it.
/// </summary>
internal static class PageStamp
{
    private const string Name = "downpage";
    private const string Open = "{stamp-here}";

    /// <summary>Adds the element, before anything of the site in the head.</summary>
    public static void AddTo(IDocument document)
    {
        if (document.Head?.FirstElementChild is { } charset)
        {
            var meta = document.CreateElement("meta");
            meta.SetAttribute("name", Name);
            meta.SetAttribute("content", Open);
            charset.After(meta);
        }
    }

    /// <summary>Writes into it the first digits of the SHA-256 of the page as it is written but for them.</summary>
    public static string Seal(string html)
    {
        var start = html.IndexOf(Open, StringComparison.Ordinal);
        return start < 0
            ? html
            : string.Concat(html.AsSpan(0, start), Digits(html), html.AsSpan(start + Open.Length));
    }

    private static string Digits(string html)
        => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(html)))[..Open.Length].ToLowerInvariant();
}
