using System.Text;
using DownPage.StandAlone.Css;
using DownPage.StandAlone.Markup;

namespace DownPage.StandAlone.Assets;

/// <summary>A published file that pages need, read once for all of them.</summary>
internal sealed class Asset
{
    private static ReadOnlySpan<byte> CharsetRule => "@charset \""u8;

    private readonly Lazy<string> text;
    private readonly Lazy<string> dataUri;
    private readonly Lazy<StyleSheet> styleSheet;

    public Asset(string mediaType, byte[] content)
    {
        MediaType = mediaType;
        Content = content;
        text = new(ReadText);
        dataUri = new(() => Assets.DataUri.Create(mediaType, content));
        styleSheet = new(() => StyleSheet.Parse(Text));
    }

    public string MediaType { get; }

    public byte[] Content { get; }

    public string Text => text.Value;

    public string DataUri => dataUri.Value;

    public StyleSheet StyleSheet => styleSheet.Value;

    // A byte order mark decides, then what a stylesheet says of itself; without both it is UTF-8, as browsers take it from a
    // page that is UTF-8.
    private string ReadText()
    {
        var encoding = MediaType == "text/css" ? DeclaredEncoding() : null;
        using var reader = new StreamReader(
            new MemoryStream(Content), encoding ?? Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private Encoding? DeclaredEncoding()
    {
        var start = Content.AsSpan();
        if (!start.StartsWith(CharsetRule))
        {
            return null;
        }

        start = start[CharsetRule.Length..];
        var end = start.IndexOf("\";"u8);
        return end is > 0 and < 100 ? PageCharset.Find(Encoding.ASCII.GetString(start[..end])) : null;
    }
}
