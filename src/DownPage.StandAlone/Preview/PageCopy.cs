using System.Text;
using System.Text.RegularExpressions;
using DownPage.Renderer.Finishing;

namespace DownPage.StandAlone.Preview;

/// <summary>
/// A page as it lies in the gallery: byte for byte, but that what is published beside it is found beside it, where a
/// published page asks for it at an address of the site.
/// </summary>
internal static class PageCopy
{
    // What ends an address before its last part: a quote, a bracket, a blank, a comma, an equals sign.
    private const string AddressBefore = """[^\s"'(),=]*""";

    public static ReadOnlySpan<byte> Of(PreviewPage page)
    {
        if (page.Assets.Count == 0)
        {
            return page.Content.Span;
        }

        var toRoot = string.Concat(Enumerable.Repeat("../", page.File.Count(character => character == '/')));
        var text = Encoding.UTF8.GetString(page.Content.Span);
        return Encoding.UTF8.GetBytes(page.Assets.Aggregate(text, (current, asset) => Redirect(current, asset, toRoot)));
    }

    // The path holds a hash: nothing else in the page looks like it.
    private static string Redirect(string text, PageAsset asset, string toRoot) =>
        Regex.Replace(text, AddressBefore + Regex.Escape(asset.Path), _ => toRoot + asset.Path);
}
