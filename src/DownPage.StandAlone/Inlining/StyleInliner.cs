using System.Text;
using AngleSharp.Dom;
using DownPage.StandAlone.Assets;
using DownPage.StandAlone.Checks;
using DownPage.StandAlone.Css;
using DownPage.StandAlone.Markup;
using DownPage.StandAlone.Security;

namespace DownPage.StandAlone.Inlining;

/// <summary>
/// Puts the stylesheets of a tree, the page's own or a shadow tree, into it, without what it cannot need.
/// </summary>
internal sealed class StyleInliner(PageContext context, IParentNode tree, PageStyles styles)
{
    private static readonly string[] Kept = ["title", "nonce", "id", "class"];

    private readonly List<(IElement Element, int Index)> sheets = [];

    /// <summary>
    /// Reads the stylesheets and style attributes, writes what is needed of them, and returns the texts of the
    /// stylesheets.
    /// </summary>
    public IReadOnlyList<string> Apply()
    {
        foreach (var element in tree.QuerySelectorAll("link[rel], style").ToList())
        {
            Read(element);
        }

        var written = styles.Write();
        foreach (var (element, index) in sheets)
        {
            Replace(element, written[index]);
        }

        foreach (var element in tree.QuerySelectorAll("[style*='url(' i], [style*='image-set(' i]"))
        {
            element.SetAttribute("style", styles.WriteAttribute(element.GetAttribute("style")!, context.BaseUrlOf(element)));
        }

        return [.. written.SelectMany(texts => texts)];
    }

    private void Read(IElement element)
    {
        if (element.LocalName == "style")
        {
            if (StyleLink.IsAppliedStyle(element))
            {
                sheets.Add((element, styles.Add(StyleSheet.Parse(TextOf(element)), context.BaseUrlOf(element))));
            }
        }
        else if (StyleLink.IsStyleSheet(element))
        {
            ReadLink(element);
        }
    }

    // In a drawing, "<color>" is an element, and what is in it is not part of the sheet.
    private static string TextOf(IElement style) => string.Concat(style.ChildNodes.OfType<IText>().Select(text => text.Data));

    private void ReadLink(IElement link)
    {
        var url = link.GetAttribute("href") ?? "";
        var baseUrl = context.BaseUrlOf(link);
        var reference = context.Resolve(url, baseUrl);
        var user = new UrlUser(link, url);
        if (!StyleLink.IsApplied(link) || (DataUri.Is(url) && !DataUri.IsStyleSheet(url)))
        {
            link.Remove();
        }
        else if (DataUri.Is(url))
        {
            sheets.Add((link, styles.Add(StyleSheet.Parse(DataUri.ReadText(url) ?? ""), baseUrl)));
        }
        else if (reference.Place == AssetPlace.Outside)
        {
            context.Reports.NotInPage(reference, user);
        }
        else if (context.Read(reference, user) is { } asset && Integrity.Holds(link, asset, reference, context))
        {
            sheets.Add((link, styles.Add(asset.StyleSheet, reference.Url)));
        }
        else
        {
            // Nothing that could come of it while the app is down, and a browser shows nothing until it has an answer.
            link.Remove();
        }
    }

    private void Replace(IElement element, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0 && IsMissed(element))
        {
            texts = [""];
        }

        foreach (var text in texts)
        {
            var created = Create(element, text);
            element.Parent!.InsertBefore(created, element);
            if (element.LocalName == "link" || ContentSecurityPolicy.NamesHashOf(context.Document, element.TextContent))
            {
                context.Inserted.Add(created);
            }
        }

        element.Remove();
    }

    // Among elements that are shown, which of them is the first, or the third, may matter to other rules; of sheets with
    // titles, browsers apply those that are called as the first is.
    private static bool IsMissed(IElement sheet)
        => sheet.Closest("head") is null || sheet.GetAttribute("title") is { Length: > 0 };

    private IElement Create(IElement origin, string text)
    {
        var isLarge = origin.LocalName == "link" && !DataUri.Is(origin.GetAttribute("href")!)
            && text.Length > context.Options.InlineLimit && LengthWithoutFiles(text) > context.Options.InlineLimit;
        var created = isLarge
            ? context.Document.CreateElement("link")
            : context.Document.CreateElement(ElementKinds.IsHtml(origin) ? NamespaceNames.HtmlUri : origin.NamespaceUri!, "style");
        if (isLarge)
        {
            var url = origin.GetAttribute("href")!;
            created.SetAttribute("rel", "stylesheet");
            created.SetAttribute("href", context.PlaceBeside(
                "text/css",
                Encoding.UTF8.GetBytes(text),
                context.Resolve(url, context.BaseUrlOf(origin)),
                new UrlUser(origin, url)));
        }
        else
        {
            created.TextContent = text;
        }

        foreach (var name in Kept)
        {
            if (origin.GetAttribute(name) is { } value)
            {
                created.SetAttribute(name, value);
            }
        }

        if (origin.GetAttribute("media") is { Length: > 0 } media && !media.Trim().Equals("all", StringComparison.OrdinalIgnoreCase))
        {
            created.SetAttribute("media", media);
        }

        return created;
    }

    // Fonts and images in it have been measured each on its own.
    private static int LengthWithoutFiles(string text)
        => text.Length - CssUrls.InSheet(text).Where(DataUri.Is).Sum(url => url.Length);
}
