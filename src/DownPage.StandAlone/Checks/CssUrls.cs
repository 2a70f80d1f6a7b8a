using DownPage.StandAlone.Assets;
using DownPage.StandAlone.Css;
using DownPage.StandAlone.Css.Syntax;
using DownPage.StandAlone.Css.Trimming;

namespace DownPage.StandAlone.Checks;

/// <summary>
/// The addresses that a stylesheet or a <c>style</c> attribute makes a browser ask for; not those of namespaces.
/// </summary>
internal static class CssUrls
{
    public static IEnumerable<string> InSheet(string css)
    {
        var sheet = StyleSheet.Parse(css);
        return sheet.Rules.SelectMany(rule => rule switch
        {
            AtRule { Name: "namespace" } => [],
            AtRule { Name: "import" } import => ImportRule.Parse(sheet.Text, import.Prelude) is { } read ? OfImport(read.Url) : [],
            _ => InValue(sheet.Text, new TextSpan(rule.Start, rule.End)),
        });
    }

    // A sheet that is written as its own address asks for others as any sheet does.
    private static IEnumerable<string> OfImport(string url)
        => DataUri.Is(url) ? InSheet(DataUri.ReadText(url) ?? "").Prepend(url) : [url];

    public static IEnumerable<string> InDeclarations(string declarations)
        => InValue(declarations, new TextSpan(0, declarations.Length));

    private static IEnumerable<string> InValue(string text, TextSpan span)
        => ValueFacts.Read(text, span).Urls.Select(url => url.Address).Where(address => address.Length > 0);
}
