using System.Text;
using DownPage.StandAlone.Css;

namespace DownPage.StandAlone.Assets;

/// <summary>A published file that pages need, read once for all of them.</summary>
internal sealed class Asset
{
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

    // A byte order mark decides; without one it is UTF-8, as browsers take it from a page that is UTF-8.
    private string ReadText()
    {
        using var reader = new StreamReader(new MemoryStream(Content), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
