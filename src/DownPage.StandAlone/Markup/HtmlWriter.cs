using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DownPage.StandAlone.Markup;

/// <summary>
/// Writes a document as HTML that a browser parses into the same document; minified, into the same but for comments and
/// runs of white space that nobody sees. Elements and attributes are never left out or changed: a selector may see
/// them.
/// </summary>
internal sealed class HtmlWriter
{
    private const string PlainText = "plaintext";

    private readonly StringBuilder output = new();
    private readonly MarkupText text;
    private readonly bool minify;
    private readonly Func<IElement, bool> preservesWhiteSpace;

    private readonly IReadOnlyDictionary<IShadowRoot, string>? shadowAttributes;

    // Behind the start of a plaintext element all is text, to the end of the page: no tag can be written any more.
    private bool isOver;

    private HtmlWriter(
        bool minify, Func<IElement, bool>? preservesWhiteSpace, IReadOnlyDictionary<IShadowRoot, string>? shadowAttributes)
    {
        this.shadowAttributes = shadowAttributes;
        this.minify = minify;
        this.text = new MarkupText(output, minify);
        this.preservesWhiteSpace = preservesWhiteSpace ?? (static _ => false);
    }

    /// <param name="document">The document.</param>
    /// <param name="minify">Whether what is never seen is left out.</param>
    /// <param name="preservesWhiteSpace">
    /// Elements that a style gives another <c>white-space</c> than <c>normal</c> or <c>nowrap</c>: what is in them
    /// stays as it is, as it does in <c>pre</c> and its like. Null: none.
    /// </param>
    /// <param name="shadowAttributes">What is written with the mode of shadow trees; null: nothing.</param>
    public static string Write(
        IDocument document,
        bool minify,
        Func<IElement, bool>? preservesWhiteSpace = null,
        IReadOnlyDictionary<IShadowRoot, string>? shadowAttributes = null)
    {
        var writer = new HtmlWriter(minify, preservesWhiteSpace, shadowAttributes);
        var treatment = minify ? Treatment.Minified : Treatment.Verbatim;
        foreach (var node in document.ChildNodes)
        {
            writer.WriteNode(node, treatment);
        }

        return writer.output.ToString();
    }

    private void WriteNode(INode node, Treatment treatment)
    {
        switch (node)
        {
            case var _ when isOver:
                break;
            case IElement element:
                WriteElement(element, treatment);
                break;
            case IDocumentType doctype:
                output.Append(DoctypeText.Of(doctype, this.minify));
                break;
            case IComment comment when !IsLeftOut(comment, treatment):
                output.Append("<!--").Append(comment.Data).Append("-->");
                break;
        }
    }

    private void WriteElement(IElement element, Treatment treatment)
    {
        this.text.AppendTagName('<', element);
        foreach (var attribute in element.Attributes)
        {
            this.text.AppendAttribute(attribute);
        }

        if (this.minify && !ElementKinds.IsHtml(element) && !element.HasChildNodes)
        {
            this.text.AppendSelfClosingEnd();
            return;
        }

        output.Append('>');
        if (ElementKinds.IsVoid(element))
        {
            return;
        }

        if (element.ShadowRoot is { } shadow)
        {
            WriteShadow(shadow);
        }

        if (element is IHtmlTemplateElement template)
        {
            WriteChildren(template.Content, Treatment.Verbatim);
        }
        else
        {
            WriteChildren(element, Within(element, treatment));
        }

        isOver |= ElementKinds.IsHtml(element) && element.LocalName == PlainText;
        if (!isOver && (!this.minify || !MayOmitEndTag(element)))
        {
            this.text.AppendEndTag(element);
        }
    }

    // The parser has made it of a template, and has taken that out of the document.
    private void WriteShadow(IShadowRoot shadow)
    {
        var mode = shadow.Mode == ShadowRootMode.Open ? "open" : "closed";
        var others = shadowAttributes?.GetValueOrDefault(shadow);
        output.Append("<template shadowrootmode=\"").Append(mode).Append('"').Append(others).Append('>');
        WriteChildren(shadow, Treatment.Verbatim);
        output.Append("</template>");
    }

    private void WriteChildren(INode parent, Treatment treatment)
    {
        var afterStartTag = true;
        var text = new StringBuilder();
        foreach (var child in parent.ChildNodes)
        {
            // Text on both sides of a comment that is left out becomes one text.
            if (child is IText part)
            {
                text.Append(part.Data);
                continue;
            }

            if (child is IComment comment && IsLeftOut(comment, treatment))
            {
                continue;
            }

            WriteText(parent, text, afterStartTag, treatment);
            afterStartTag = false;
            WriteNode(child, treatment);
        }

        WriteText(parent, text, afterStartTag, treatment);
    }

    private void WriteText(INode parent, StringBuilder text, bool afterStartTag, Treatment treatment)
    {
        if (text.Length == 0 || isOver)
        {
            return;
        }

        var data = text.ToString();
        text.Clear();
        if (ElementKinds.HasRawText(parent))
        {
            output.Append(data);
            return;
        }

        if (treatment == Treatment.Minified)
        {
            if (parent is IHtmlHtmlElement or IHtmlHeadElement && WhiteSpace.IsAll(data))
            {
                return;
            }

            data = WhiteSpace.Collapse(data);
        }

        if (afterStartTag && data[0] == '\n' && ElementKinds.SwallowsNewline(parent))
        {
            output.Append('\n');
        }

        this.text.AppendText(data);
    }

    private Treatment Within(IElement element, Treatment treatment)
        => treatment == Treatment.Minified && KeepsWhiteSpace(element)
            ? Treatment.WithoutComments
            : treatment;

    // What is in an element with a shadow tree is shown in a place there, with the styles of that.
    private bool KeepsWhiteSpace(IElement element)
        => element.ShadowRoot is not null || ElementKinds.KeepsWhiteSpace(element) || this.preservesWhiteSpace(element);

    // "!" marks what shall be kept (a licence), "#" what a server replaces as it sends the page.
    private static bool IsLeftOut(IComment comment, Treatment treatment)
        => treatment != Treatment.Verbatim && !comment.Data.StartsWith('!') && !comment.Data.StartsWith('#');

    // Nothing behind it: a comment there would become part of the element. The end of head stays: there are services that
    // look for it.
    private static bool MayOmitEndTag(IElement element)
        => element is IHtmlHtmlElement or IHtmlBodyElement { Parent: IHtmlHtmlElement }
            && Following(element).OfType<IComment>().All(comment => IsLeftOut(comment, Treatment.Minified));

    private static IEnumerable<INode> Following(INode node)
    {
        for (var next = node.NextSibling; next is not null; next = next.NextSibling)
        {
            yield return next;
        }

        if (node.Parent is IElement parent)
        {
            foreach (var next in Following(parent))
            {
                yield return next;
            }
        }
    }

    private enum Treatment
    {
        Verbatim,
        WithoutComments,
        Minified,
    }
}
