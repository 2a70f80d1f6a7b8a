using System.Buffers;
using System.Text;
using AngleSharp.Dom;

namespace DownPage.StandAlone.Markup;

/// <summary>
/// Writes tags, attributes and text in the HTML syntax: as it is commonly written, or as short as it may be.
/// </summary>
/// <param name="output">Receives the markup.</param>
/// <param name="shortest">Whether quotes and character references are left out where they may be.</param>
internal sealed class MarkupText(StringBuilder output, bool shortest)
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(" \t\n\f\r\"'=<>`");

    public void AppendTagName(char start, IElement element)
    {
        output.Append(start);
        if (!string.IsNullOrEmpty(element.Prefix))
        {
            output.Append(element.Prefix).Append(':');
        }

        output.Append(element.LocalName);
    }

    public void AppendEndTag(IElement element)
    {
        output.Append('<');
        AppendTagName('/', element);
        output.Append('>');
    }

    /// <summary>
    /// Ends a tag of SVG or MathML that has no contents. A value without quotes would take the slash.
    /// </summary>
    public void AppendSelfClosingEnd() => output.Append(output[^1] is '"' or '\'' ? "/>" : " />");

    public void AppendAttribute(IAttr attribute)
    {
        var value = attribute.Value;
        output.Append(' ').Append(Name(attribute));
        if (!shortest)
        {
            AppendQuoted(value, '"');
            return;
        }

        if (value.Length == 0)
        {
            return;
        }

        if (value.AsSpan().IndexOfAny(NeedQuotes) >= 0)
        {
            AppendQuoted(value, value.Contains('"') && !value.Contains('\'') ? '\'' : '"');
            return;
        }

        output.Append('=');
        AppendEscaped(value, quote: '\0');
    }

    public void AppendText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '<':
                    output.Append("&lt;");
                    break;
                case '>' when !shortest:
                    output.Append("&gt;");
                    break;
                default:
                    AppendCharacter(text, i);
                    break;
            }
        }
    }

    // The parser knows the three prefixes that foreign elements may have, and takes them for namespaces.
    private static string Name(IAttr attribute)
    {
        if (attribute.NamespaceUri == NamespaceNames.XLinkUri)
        {
            return "xlink:" + attribute.LocalName;
        }

        if (attribute.NamespaceUri == NamespaceNames.XmlUri)
        {
            return "xml:" + attribute.LocalName;
        }

        return attribute.NamespaceUri == NamespaceNames.XmlNsUri && attribute.LocalName != NamespaceNames.XmlNsPrefix
            ? "xmlns:" + attribute.LocalName
            : attribute.Name;
    }

    private void AppendQuoted(string value, char quote)
    {
        output.Append('=').Append(quote);
        AppendEscaped(value, quote);
        output.Append(quote);
    }

    private void AppendEscaped(string value, char quote)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == quote)
            {
                output.Append(quote == '"' ? "&quot;" : "&#39;");
            }
            else
            {
                AppendCharacter(value, i);
            }
        }
    }

    private void AppendCharacter(string text, int index)
    {
        switch (text[index])
        {
            case '&' when !shortest || MayStartReference(text, index):
                output.Append("&amp;");
                break;
            case '\u00A0' when !shortest:
                output.Append("&nbsp;");
                break;
            case '\r':
                // A bare one would be read as a line feed.
                output.Append("&#13;");
                break;
            default:
                output.Append(text[index]);
                break;
        }
    }

    private static bool MayStartReference(string text, int ampersand)
        => ampersand + 1 < text.Length && (char.IsAsciiLetterOrDigit(text[ampersand + 1]) || text[ampersand + 1] == '#');
}
