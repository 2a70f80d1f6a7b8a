using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DownPage.StandAlone.Tests.Markup;

/// <summary>A document as lines that show all of its tree: two are equal where the documents are.</summary>
internal static partial class TreeText
{
    private static readonly string[] KeepingWhiteSpace = ["pre", "textarea", "listing", "style", "script", "xmp", "template"];

    /// <param name="document">The document.</param>
    /// <param name="asSeen">Whether comments, and how much white space there is, do not count.</param>
    public static string Of(IDocument document, bool asSeen)
    {
        var text = new StringBuilder(document.CompatMode).Append('\n');
        AppendChildren(text, document, "", asSeen, keepsWhiteSpace: false);
        return text.ToString();
    }

    private static void AppendChildren(StringBuilder text, INode parent, string indent, bool asSeen, bool keepsWhiteSpace)
    {
        var run = new StringBuilder();
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText part)
            {
                run.Append(part.Data);
                continue;
            }

            if (asSeen && node is IComment comment && comment.Data is not ['!' or '#', ..] && !InTemplate(parent))
                continue;
            AppendRun();
            AppendNode(text, node, indent, asSeen, keepsWhiteSpace);
        }

        AppendRun();

        void AppendRun()
        {
            var data = run.ToString();
            run.Clear();
            if (asSeen && !keepsWhiteSpace)
                data = WhiteSpaceRun().Replace(data, " ");
            if (data.Length > 0 && !(asSeen && parent is IHtmlHtmlElement or IHtmlHeadElement && data.Trim().Length == 0))
                text.Append(indent).Append('"').Append(data.Replace("\n", "\\n")).Append("\"\n");
        }
    }

    private static void AppendNode(StringBuilder text, INode node, string indent, bool asSeen, bool keepsWhiteSpace)
    {
        switch (node)
        {
            case IElement element:
                text.Append(indent).Append(element.NamespaceUri).Append(' ').Append(element.Prefix).Append(element.LocalName);
                foreach (var attribute in element.Attributes)
                    text.Append(CultureInfo.InvariantCulture, $" [{attribute.NamespaceUri}]{attribute.Name}='{attribute.Value}'");
                text.Append('\n');
                if (element.ShadowRoot is { } shadow)
                {
                    text.Append(indent).Append("  shadow ").Append(shadow.Mode).Append('\n');
                    AppendChildren(text, shadow, indent + "    ", asSeen, keepsWhiteSpace: true);
                }

                var keeps = keepsWhiteSpace || KeepingWhiteSpace.Contains(element.LocalName);
                INode contents = element is IHtmlTemplateElement template ? template.Content : element;
                AppendChildren(text, contents, indent + "  ", asSeen, keeps);
                break;
            case IDocumentType doctype:
                var (name, publicId, systemId) = (doctype.Name, doctype.PublicIdentifier, doctype.SystemIdentifier);
                text.Append(CultureInfo.InvariantCulture, $"doctype {name} '{publicId}' '{systemId}'\n");
                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"{indent}{node.NodeType} {node.TextContent}\n");
                break;
        }
    }

    private static bool InTemplate(INode node)
        => node is IDocumentFragment || (node.Parent is { } parent && InTemplate(parent));

    [GeneratedRegex(@"[ \t\n]+")]
    private static partial Regex WhiteSpaceRun();
}
