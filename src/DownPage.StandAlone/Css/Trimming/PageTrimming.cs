using AngleSharp.Dom;
using DownPage.StandAlone.Css.Selectors;

namespace DownPage.StandAlone.Css.Trimming;

/// <summary>Drops what the kept rules of a page do not refer to.</summary>
/// <param name="document">The page.</param>
/// <param name="judge">Knows its names.</param>
/// <param name="scripts">The text of the scripts that stay.</param>
internal sealed class PageTrimming(IDocument document, SelectorJudge judge, string? scripts)
{
    public void Trim(List<List<KeptNode>> sheets)
    {
        var names = new UsedNames(document, judge, scripts);
        foreach (var sheet in sheets)
        {
            names.Add(sheet);
        }

        names.Settle();
        foreach (var sheet in sheets)
        {
            EmptyRules.Drop(sheet, keepLayers: true);
        }

        LayerOrder.Settle(sheets);
        foreach (var sheet in sheets)
        {
            EmptyRules.Drop(sheet, keepLayers: false);
        }
    }
}
