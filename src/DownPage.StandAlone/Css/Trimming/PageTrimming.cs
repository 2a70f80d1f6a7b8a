using AngleSharp.Dom;
using DownPage.StandAlone.Css.Selectors;

namespace DownPage.StandAlone.Css.Trimming;

/// <summary>Drops what the kept rules of a page do not refer to.</summary>
/// <param name="document">The page.</param>
/// <param name="judge">Knows its names.</param>
/// <param name="options">What else uses them.</param>
internal sealed class PageTrimming(IDocument document, SelectorJudge judge, PageStylesOptions options)
{
    public void Trim(List<List<KeptNode>> sheets)
    {
        var names = new UsedNames(document, judge, options);
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
