using System.Xml.Linq;

namespace DownPage.Build.WebConfig;

/// <summary>Adds elements to a document whose white space is kept, indented as what stands there already.</summary>
internal static class XmlIndentation
{
    private const string Step = "  ";

    /// <summary>As the last child, or after one of the children.</summary>
    public static void AddIndented(this XElement parent, XElement child, XElement? after = null)
    {
        var indent = parent.Elements().FirstOrDefault() is { } first ? Before(first) : Before(parent) + Step;
        var last = after ?? parent.Elements().LastOrDefault();
        if (last is not null)
        {
            last.AddAfterSelf(new XText("\n" + indent), child);
            return;
        }

        // Behind the comments that it may have, before the white space that its end tag stands after.
        if (parent.LastNode is XText { Value: var space } text && string.IsNullOrWhiteSpace(space))
        {
            text.Remove();
        }

        parent.Add(new XText("\n" + indent), child, new XText("\n" + Before(parent)));
    }

    /// <summary>The white space between an element and the start of its line.</summary>
    private static string Before(XElement element)
    {
        if (element.PreviousNode is not XText { Value: var space })
        {
            return "";
        }

        var line = space.Substring(space.LastIndexOf('\n') + 1);
        return space.Contains("\n") && string.IsNullOrWhiteSpace(line) ? line : "";
    }
}
