using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace DownPage.Build.WebConfig;

/// <summary>
/// A file of XML that is changed and otherwise stays as it is: encoding, declaration, line ends, comments.
/// </summary>
internal sealed class WebConfigText
{
    private static readonly Regex Declaration = new(@"^<\?xml\s[^>]*\?>\s*", RegexOptions.CultureInvariant);

    private static readonly Regex DeclaredEncoding = new(
        """\sencoding\s*=\s*["'](?<name>[^"']+)["']""", RegexOptions.CultureInvariant);

    private readonly Encoding encoding;
    private readonly bool hasMark;
    private readonly string declaration;
    private readonly bool hasWindowsLines;

    /// <exception cref="XmlException">It is no XML.</exception>
    /// <exception cref="ArgumentException">It is in an encoding that is not known here.</exception>
    /// <exception cref="DecoderFallbackException">It is not in the encoding that it says.</exception>
    public WebConfigText(byte[] content)
    {
        (encoding, var start) = Marked(content);
        hasMark = start > 0;
        if (!hasMark)
        {
            encoding = Declared(content);
        }

        var text = encoding.GetString(content, start, content.Length - start);
        declaration = Declaration.Match(text).Value;
        hasWindowsLines = text.Contains("\r\n");
        using var reader = XmlReader.Create(
            new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        Document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    public XDocument Document { get; }

    public byte[] ToBytes()
    {
        var body = Document.ToString(SaveOptions.DisableFormatting).Replace("\r\n", "\n").TrimStart('\n');
        var text = declaration.Replace("\r\n", "\n") + body;
        var bytes = encoding.GetBytes(hasWindowsLines ? text.Replace("\n", "\r\n") : text);
        return hasMark ? [.. encoding.GetPreamble(), .. bytes] : bytes;
    }

    private static (Encoding Encoding, int Length) Marked(byte[] content)
    {
        foreach (var known in new Encoding[]
        {
            new UTF8Encoding(true, true), new UnicodeEncoding(false, true, true), new UnicodeEncoding(true, true, true),
        })
        {
            var mark = known.GetPreamble();
            if (content.Take(mark.Length).SequenceEqual(mark))
            {
                return (known, mark.Length);
            }
        }

        return (Encoding.UTF8, 0);
    }

    private static Encoding Declared(byte[] content)
    {
        var start = Encoding.ASCII.GetString(content, 0, Math.Min(content.Length, 200));
        var name = DeclaredEncoding.Match(Declaration.Match(start).Value).Groups["name"].Value;
        return name.Length == 0 || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            ? new UTF8Encoding(false, true)
            : Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }
}
