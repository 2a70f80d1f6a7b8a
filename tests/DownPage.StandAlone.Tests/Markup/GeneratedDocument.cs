using System.Text;

namespace DownPage.StandAlone.Tests.Markup;

/// <summary>A document made at random of pieces that are hard to write, the same for the same seed.</summary>
/// <param name="seed">Chooses the document.</param>
internal sealed class GeneratedDocument(int seed)
{
    private static readonly string[] Texts =
    [
        " ", "\n", "  \n ", "\t", "a", "b  c", "&amp;", "&lt;", "&amp;lt;", "&nbsp;", "&#13;", "&", "& ", "&x", "&#", ">", "\"", "'",
        "漢", "\f", "&amp;copy", "=", "/", "é", "😀",
    ];

    private static readonly string[] Values =
    [
        "", "a", "a b", "/", "a/", "'", "&quot;", "'&quot;", "&amp;b=1", "&amp;lt;", "&lt;", ">", "=", "`", "&nbsp;", "&#13;", "\n",
        "\t", "é", "&amp;", "&amp;#", "a&b", "{ \"x\": 1 }",
    ];

    private static readonly string[] Names = ["class", "title", "data-x", "disabled", "@click", ":a", "xml:space"];
    private static readonly string[] Elements = ["div", "span", "i", "section", "pre", "textarea", "template", "svg", "x-y", "ul"];
    private static readonly string[] Drawings = ["g", "path", "text", "title", "style", "foreignObject", "linearGradient"];
    private static readonly string[] Comments = ["<!-- a -->", "<!---->", "<!--!\n-->", "<!--#x-->", "<?x>", "<!-- - -- -->"];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _markup = new("<!doctype html><html><head></head><body>");

    public string Markup()
    {
        AppendContents(Elements, depth: 0);
        return _markup.ToString();
    }

    private void AppendContents(string[] names, int depth)
    {
        for (var count = _random.Next(5); count > 0; count--)
        {
            if (depth > 4 || _random.Next(2) == 0)
                _markup.Append(One(Texts));
            else if (_random.Next(5) == 0)
                _markup.Append(One(Comments));
            else
                AppendElement(One(names), names, depth);
        }
    }

    private void AppendElement(string name, string[] names, int depth)
    {
        _markup.Append('<').Append(name);
        foreach (var attribute in Names.Where(_ => _random.Next(4) == 0))
            _markup.Append(' ').Append(attribute).Append("=\"").Append(One(Values).Replace("\"", "&quot;")).Append('"');
        _markup.Append('>');
        if (name == "textarea")
            _markup.Append(One(Texts)).Append(One(Texts));
        else
            AppendContents(name == "svg" ? Drawings : name == "foreignObject" ? Elements : names, depth + 1);
        _markup.Append("</").Append(name).Append('>');
    }

    private string One(string[] choices) => choices[_random.Next(choices.Length)];
}
