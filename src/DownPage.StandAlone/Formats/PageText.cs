using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DownPage.StandAlone.Markup;

namespace DownPage.StandAlone.Formats;

/// <summary>What a page has to say, without its markup.</summary>
/// <param name="Title">The page's heading, else its title; empty: it has neither.</param>
/// <param name="Lines">The text below, a line for each block.</param>
internal sealed record PageText(string Title, IReadOnlyList<string> Lines)
{
    /// <summary>What the line of a list's item starts with.</summary>
    public const string Bullet = "- ";

    /// <param name="document">The page.</param>
    /// <param name="baseUrl">The site's own origin: a link into it leads nowhere now, and is text alone.</param>
    public static PageText Of(IDocument document, string baseUrl)
    {
        var content = document.QuerySelector("main, [role='main' i]") ?? document.Body;
        var reader = new TextReader(baseUrl, isPage: content is IHtmlBodyElement);
        if (content is not null)
        {
            reader.Read(content);
        }

        var heading = reader.Heading ?? WhiteSpace.Collapse(document.Title ?? "").Trim();
        return new PageText(heading, reader.Lines);
    }

    /// <summary>Gathers the text of an element, block by block.</summary>
    private sealed class TextReader(string baseUrl, bool isPage)
    {
        private readonly List<string> lines = [];
        private readonly StringBuilder line = new();
        private bool startsItem;

        public string? Heading { get; private set; }

        public IReadOnlyList<string> Lines => lines;

        public void Read(INode node)
        {
            foreach (var child in node.ChildNodes)
            {
                if (child is IText text)
                {
                    this.line.Append(text.Data);
                }
                else if (child is IElement element && !TextElements.IsLeftOut(element, isPage))
                {
                    ReadElement(element);
                }
            }

            if (node is IElement block && TextElements.IsBlock(block))
            {
                EndLine();
            }
        }

        private void ReadElement(IElement element)
        {
            switch (element.LocalName)
            {
                case "br":
                    EndLine();
                    break;
                case "img":
                    this.line.Append(element.GetAttribute("alt"));
                    break;
                case "a" when LinkText.Address(element, baseUrl) is { } address:
                    Read(element);
                    this.line.Append(" (").Append(address).Append(')');
                    break;
                case "h1" when Heading is null:
                    ReadHeading(element);
                    break;
                default:
                    ReadBlockOrText(element);
                    break;
            }
        }

        private void ReadHeading(IElement element)
        {
            EndLine();
            var below = lines.Count;
            Read(element);
            Heading = string.Join(' ', lines.Skip(below));
            lines.RemoveRange(below, lines.Count - below);
        }

        private void ReadBlockOrText(IElement element)
        {
            if (TextElements.IsBlock(element))
            {
                EndLine();
            }

            if (element.LocalName is "td" or "th" && element.PreviousElementSibling is not null)
            {
                this.line.Append(" | ");
            }

            startsItem |= element.LocalName == "li";
            Read(element);
            startsItem &= element.LocalName != "li";
        }

        private void EndLine()
        {
            var line = WhiteSpace.Collapse(this.line.ToString()).Replace('\n', ' ').Trim();
            this.line.Clear();
            if (line.Length == 0)
            {
                return;
            }

            lines.Add(startsItem ? Bullet + line : line);
            startsItem = false;
        }
    }
}
