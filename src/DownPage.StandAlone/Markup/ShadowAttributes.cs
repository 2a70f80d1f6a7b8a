using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DownPage.StandAlone.Markup;

/// <summary>
/// What a <c>&lt;template shadowrootmode></c> says besides: the parser makes a shadow tree of it, and forgets that.
/// </summary>
internal static class ShadowAttributes
{
    private const string Mode = "shadowrootmode";

    // As long: all else stays in its place.
    private const string Unread = "shadowroot-was";

    private static readonly string[] Names = ["shadowrootdelegatesfocus", "shadowrootclonable", "shadowrootserializable"];

    /// <summary>The attributes of each tree, as they are written behind the mode.</summary>
    public static IReadOnlyDictionary<IShadowRoot, string> Read(string markup, IDocument document)
    {
        if (!Names.Any(name => markup.Contains(name, StringComparison.OrdinalIgnoreCase)))
        {
            return FrozenDictionary<IShadowRoot, string>.Empty;
        }

        using var again = PageParser.Parse(markup.Replace(Mode, Unread, StringComparison.OrdinalIgnoreCase));
        List<IShadowRoot> trees = [.. ShadowTrees.Within(document)];
        List<IElement> templates = [.. Templates(again)];
        return trees.Count == templates.Count
            ? trees.Zip(templates.Select(AttributesOf)).ToDictionary(pair => pair.First, pair => pair.Second)
            : FrozenDictionary<IShadowRoot, string>.Empty;
    }

    // In the order of the trees: by the elements that they belong to.
    private static IEnumerable<IElement> Templates(IParentNode root)
    {
        foreach (var element in root.QuerySelectorAll("*"))
        {
            if (element.Children.OfType<IHtmlTemplateElement>().FirstOrDefault(IsShadow) is { } template)
            {
                yield return template;
                foreach (var inner in Templates(template.Content))
                {
                    yield return inner;
                }
            }
        }
    }

    private static bool IsShadow(IElement template) => template.GetAttribute(Unread)?.ToLowerInvariant() is "open" or "closed";

    private static string AttributesOf(IElement template)
        => string.Concat(Names.Where(template.HasAttribute).Select(name => " " + name));
}
