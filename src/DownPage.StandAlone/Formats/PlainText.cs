using System.Text;

namespace DownPage.StandAlone.Formats;

/// <summary>A page as plain text: its heading, an empty line, its content.</summary>
internal static class PlainText
{
    public const string ContentType = "text/plain; charset=utf-8";

    public static byte[] Write(PageText text)
    {
        var lines = text.Title.Length > 0 && text.Lines.Count > 0 ? [text.Title, "", .. text.Lines]
            : text.Title.Length > 0 ? [text.Title]
            : text.Lines;
        return Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
    }
}
