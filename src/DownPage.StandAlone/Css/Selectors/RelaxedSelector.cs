using System.Text;
using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;

namespace DownPage.StandAlone.Css.Selectors;

/// <summary>
/// A selector without the states that a visitor, the time or the browser can bring about: it matches at least what the
/// original can come to match.
/// </summary>
internal sealed class RelaxedSelector
{
    /// <summary>More choices than this are not tried: the selector stays if the page has its names.</summary>
    private const int MostSteps = 5;

    private static readonly CssSelectorParser Parser = new();
    private static readonly RelaxedSelector Always = new(null, null);

    private readonly ISelector? selector;

    private RelaxedSelector(ISelector? selector, RequiredName? subject)
    {
        this.selector = selector;
        Subject = subject;
    }

    /// <summary>A name that the matched element itself has: where to look.</summary>
    public RequiredName? Subject { get; }

    /// <summary>Whether it stays whatever the page has.</summary>
    public bool IsAlwaysKept => this.selector is null;

    public bool Matches(IElement element) => this.selector is null || this.selector.Match(element, null);

    public static RelaxedSelector Of(ComplexSelector selector)
    {
        var text = new StringBuilder();
        if (selector.Steps > MostSteps
            || !SelectorRelaxer.TryWrite(text, selector, isExact: false)
            || text.Length > SelectorRelaxer.LongestText)
        {
            return Always;
        }

        var parsed = Parse(text.ToString());
        return parsed is null ? Always : new RelaxedSelector(parsed, SubjectOf(selector.Compounds![^1]));
    }

    /// <summary>
    /// Whether an attribute comes and goes as a visitor opens and closes an element, without any script.
    /// </summary>
    public static bool CanChange(SimpleSelector attribute) =>
        attribute is { Kind: SimpleSelectorKind.Attribute, Name: "open" };

    private static ISelector? Parse(string text)
    {
        try
        {
            return Parser.ParseSelector(text);
        }
        catch (DomException)
        {
            return null;
        }
    }

    private static RequiredName? SubjectOf(CompoundSelector compound)
    {
        RequiredName? subject = null;
        foreach (var part in compound.Parts)
        {
            if (part.Kind == SimpleSelectorKind.Id)
            {
                return new RequiredName(NameKind.Id, part.Name);
            }

            if (part.Kind == SimpleSelectorKind.Class)
            {
                subject = new RequiredName(NameKind.Class, part.Name);
            }
            else if (part.Kind == SimpleSelectorKind.Type)
            {
                subject ??= new RequiredName(NameKind.Type, part.Name);
            }
        }
        return subject;
    }
}
