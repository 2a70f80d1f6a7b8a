using System.Text;
using DownPage.StandAlone.Css.Syntax;
using DownPage.StandAlone.Css.Trimming;

namespace DownPage.StandAlone.Css.Writing;

/// <summary>
/// The texts of the style elements that take the place of a sheet. More than one where an <c>@import</c> that stays, or
/// an
/// <c>@namespace</c>, would come after the rules of an imported sheet: both must be at the head of a sheet.
/// </summary>
/// <param name="writer">Writes the rules.</param>
/// <param name="resources">Knows what is written in the place of addresses.</param>
internal sealed class TextList(SheetWriter writer, ICssResources resources)
{
    private readonly List<StringBuilder> texts = [];
    private StringBuilder text = new();
    private bool hasRules;

    public static List<string> Write(IReadOnlyList<KeptNode> nodes, SheetWriter writer, ICssResources resources)
    {
        var list = new TextList(writer, resources);
        list.Add(nodes);
        list.Begin();
        return [.. list.texts.Select(text => text.ToString())];
    }

    private void Add(IReadOnlyList<KeptNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is KeptImport { Replacement: null } import)
            {
                Add(import);
            }
            else if (node.Node is AtRule { Name: "namespace" })
            {
                AddHead(node);
            }
            else
            {
                AddRule(node);
            }
        }
    }

    private void AddRule(KeptNode node)
    {
        writer.Write(this.text, node);
        hasRules |= node.Node is not AtRule { Name: "layer", Block: null };
    }

    private void AddHead(KeptNode node)
    {
        if (hasRules)
        {
            Begin();
        }

        writer.Write(this.text, node);
    }

    private void Add(KeptImport import)
    {
        if (import.Children is not { } children)
        {
            if (hasRules)
            {
                Begin();
            }

            AppendImport(AddressOf(import), import.Import.Conditions);
        }
        else if (import.Import.Conditions.Length == 0)
        {
            AddUnconditional(children);
        }
        else if (MustBeSheet(children))
        {
            AddAsAddress(import, children);
        }
        else
        {
            AddConditional(import.Import, children);
        }
    }

    private string AddressOf(KeptImport import) => UrlWriter.IsRelativeToNothing(import.Import.Url)
        ? import.Import.Url
        : resources.Resolve(import.Import.Url, import.Source.BaseUrl, CssUrlKind.Import);

    private void AddUnconditional(List<KeptNode> children)
    {
        var hasNamespaces = children.Any(child => child.Node is AtRule { Name: "namespace" });
        if (hasNamespaces)
        {
            Begin();
        }

        Add(children);
        if (hasNamespaces)
        {
            Begin();
        }
    }

    /// <summary>Whether it has something that has no effect inside a block.</summary>
    private static bool MustBeSheet(List<KeptNode> nodes) => nodes.Any(node => node is KeptImport import
        ? import.Children is null || MustBeSheet(import.Children)
        : node.Node is AtRule { Name: "namespace" });

    private void AddAsAddress(KeptImport import, List<KeptNode> children)
    {
        if (hasRules)
        {
            Begin();
        }

        AppendImport(AddressOf(Write(children, writer, resources)), import.Import.Conditions);
    }

    /// <summary>One address for texts in a row: the last, which imports the others.</summary>
    private static string AddressOf(List<string> texts)
    {
        var sheet = new StringBuilder();
        foreach (var text in texts.SkipLast(1))
        {
            sheet.Append("@import url(").Append(CssEscapes.Quote(DataUri(text))).Append(");");
        }

        return DataUri(sheet.Append(texts[^1]).ToString());
    }

    private static string DataUri(string css) => "data:text/css;charset=utf-8," + Uri.EscapeDataString(css);

    private void AppendImport(string url, string conditions)
    {
        this.text.Append("@import url(").Append(CssEscapes.Quote(url)).Append(')');
        if (conditions.Length > 0)
        {
            this.text.Append(' ').Append(conditions);
        }

        this.text.Append(";\n");
    }

    private void AddConditional(ImportRule import, List<KeptNode> children)
    {
        var closing = Open(import);
        Add(children);
        this.text.Append(closing);
        hasRules = true;
    }

    /// <summary>Opens the rules that say what the import says, and returns what closes them.</summary>
    private string Open(ImportRule import)
    {
        var closing = "";
        Open("@media ", import.Media.Length > 0 ? import.Media : null, ref closing);
        Open("@supports ", import.SupportsCondition(), ref closing);
        Open(import.Layer is "" ? "@layer" : "@layer ", import.Layer, ref closing);
        return closing;
    }

    private void Open(string name, string? condition, ref string closing)
    {
        if (condition is null)
        {
            return;
        }

        this.text.Append(name).Append(condition).Append(" {\n");
        closing += "\n}\n";
    }

    private void Begin()
    {
        if (this.text.Length > 0)
        {
            this.texts.Add(this.text);
        }

        this.text = new StringBuilder();
        hasRules = false;
    }
}
