using AngleSharp.Dom;

namespace DownPage.StandAlone.Css.Selectors;

/// <summary>
/// Decides whether a selector can come to match something in a page. Without scripts, by matching; with scripts, by the
/// names alone: it stays when the page or the scripts have every name that it asks for, wherever they are.
/// </summary>
/// <param name="document">The page.</param>
/// <param name="options">What stays.</param>
internal sealed class SelectorJudge(IDocument document, PageStylesOptions options) : INames
{
    private readonly PageElements elements = new(document);
    private readonly PromisedNames promised = new(options.ScriptText, options.KeepSelectors);
    private readonly bool hasPromises = options.ScriptText is not null || options.KeepSelectors.Count > 0;

    // Names in the wrong case match there, which the library does not know; of a huge page, looking at names is enough.
    private bool IsByNamesOnly => options.ScriptText is not null || elements.IgnoresCase || elements.IsHuge;

    public IReadOnlyCollection<string> ScriptWords => promised.Words;

    public bool Has(RequiredName name) => name.Kind == NameKind.AttributeValue
        ? options.ScriptText is null || promised.HasAttributes || promised.Has(name) || elements.HasValue(name.Name)
        : elements.Has(name) || promised.Has(name);

    /// <param name="selector">The selector.</param>
    /// <param name="isByNames">Whether to look at the names in it only, and not at how they are put together.</param>
    public bool CanMatch(ComplexSelector selector, bool isByNames = false)
    {
        isByNames |= IsByNamesOnly;
        if (selector.Compounds is null)
        {
            return true;
        }

        if (selector.Required.IsMet(elements) && (isByNames ? HasValues(selector) : Matches(selector)))
        {
            return true;
        }

        return hasPromises && selector.Required.IsMet(this) && (isByNames || selector.Required.Mentions(promised));
    }

    private bool HasValues(ComplexSelector selector) => !hasPromises || selector.Required.IsMet(this);

    private bool Matches(ComplexSelector selector)
    {
        var relaxed = selector.Relaxed;
        if (relaxed.IsAlwaysKept)
        {
            return true;
        }

        foreach (var element in elements.With(relaxed.Subject))
        {
            if (relaxed.Matches(element))
            {
                return true;
            }
        }
        return false;
    }
}
