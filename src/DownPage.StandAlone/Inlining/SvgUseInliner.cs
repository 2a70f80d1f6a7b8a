using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DownPage.StandAlone.Assets;

namespace DownPage.StandAlone.Inlining;

/// <summary>
/// Puts what <c>&lt;use href="icons.svg#cart"&gt;</c> shows into the page: browsers take no data: URL there. The
/// element and all that it refers to are copied, under ids of their own, into the first drawing that uses it.
/// </summary>
internal sealed class SvgUseInliner(PageContext context)
{
    private readonly Dictionary<string, IDocument?> sprites = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> copies = new(StringComparer.Ordinal);
    private readonly Stack<IElement> unread = new();
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    public void Apply(IParentNode root)
    {
        ids.UnionWith(context.Document.All.Select(element => element.Id).OfType<string>());
        foreach (var use in root.QuerySelectorAll("use").ToList())
        {
            if (SvgLink.Of(use) is { Length: > 0 } url && !url.StartsWith('#'))
            {
                Inline(use, url);
            }
        }
    }

    private void Inline(IElement use, string url)
    {
        var reference = context.Resolve(url, context.BaseUrl);
        if (reference.Fragment.Length < 2 || Load(reference, new UrlUser(use, url)) is not { } sprite)
        {
            return;
        }

        if (Copy(use, sprite, reference.Url, Uri.UnescapeDataString(reference.Fragment[1..])) is { } id)
        {
            SvgLink.Set(use, "#" + id);
            while (unread.TryPop(out var copy))
            {
                RewriteReferences(use, copy, sprite, reference.Url);
            }
        }
        else
        {
            context.Reports.NotInPage(reference with { Place = AssetPlace.App }, new UrlUser(use, url));
        }
    }

    // Read as part of a page: names and namespaces come out as those of drawings in pages.
    private IDocument? Load(AssetReference reference, UrlUser user)
    {
        if (!sprites.TryGetValue(reference.Url, out var sprite))
        {
            sprite = context.Read(reference, user) is { } asset ? new HtmlParser().ParseDocument(asset.Text) : null;
            sprites.Add(reference.Url, sprite);
        }

        return sprite;
    }

    private string? Copy(IElement use, IDocument sprite, string url, string id)
    {
        if (copies.TryGetValue($"{url}#{id}", out var known))
        {
            return known;
        }

        if (sprite.GetElementById(id) is not { } wanted)
        {
            return null;
        }

        var name = NewId(id);
        copies.Add($"{url}#{id}", name);
        var copy = (IElement)context.Document.Import(wanted, deep: true);
        copy.SetAttribute("id", name);
        foreach (var element in copy.QuerySelectorAll("[id]").Where(inner => inner != copy))
        {
            copies.TryAdd($"{url}#{element.Id}", element.Id = NewId(element.Id!));
        }

        InsertInto(use, copy);
        unread.Push(copy);
        return name;
    }

    private void InsertInto(IElement use, IElement copy)
    {
        INode drawing = use;
        while (drawing.Parent is IElement { NamespaceUri: { } space } parent && space == use.NamespaceUri)
        {
            drawing = parent;
        }

        var definitions = context.Document.CreateElement(use.NamespaceUri, "defs");
        definitions.AppendChild(copy);
        drawing.InsertBefore(definitions, drawing.FirstChild);
    }

    // Gradients, masks and other symbols that the copy refers to come along.
    private void RewriteReferences(IElement use, IElement copy, IDocument sprite, string url)
    {
        foreach (var element in copy.QuerySelectorAll("*").Append(copy).ToList())
        {
            foreach (var attribute in element.Attributes.ToList())
            {
                var value = attribute.Value;
                if (attribute.LocalName == "href" && value.StartsWith('#'))
                {
                    attribute.Value = "#" + (Copy(use, sprite, url, value[1..]) ?? value[1..]);
                }
                else if (value.Contains("url(", StringComparison.OrdinalIgnoreCase))
                {
                    attribute.Value = RewriteUrls(value, id => Copy(use, sprite, url, id) ?? id);
                }
            }
        }
    }

    private static string RewriteUrls(string value, Func<string, string> rewrite)
    {
        const string opening = "url(";
        var start = 0;
        while ((start = value.IndexOf(opening, start, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            start += opening.Length;
            var end = value.IndexOf(')', start);
            var target = end < 0 ? "" : value[start..end].Trim(' ', '\'', '"');
            if (target.StartsWith('#'))
            {
                value = $"{value[..start]}#{rewrite(target[1..])}{value[end..]}";
            }
        }

        return value;
    }

    private string NewId(string id)
    {
        var candidate = id;
        for (var number = 2; !ids.Add(candidate); number++)
        {
            candidate = $"{id}-{number}";
        }

        return candidate;
    }
}
