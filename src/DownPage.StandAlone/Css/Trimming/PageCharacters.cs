using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace DownPage.StandAlone.Css.Trimming;

/// <summary>
/// The characters that a page can show: of its text and attributes, of strings in its sheets and scripts, in upper and
/// lower case, composed and decomposed; and those that browsers add: digits and bullets of lists, quotation marks,
/// ellipses.
/// </summary>
internal sealed class PageCharacters
{
    private const string Added = "\u00a0\u00ab\u00bb\u00ad\u2010\u2018\u2019\u201a\u201c\u201d\u201e"
        + "\u2022\u2026\u2039\u203a\u25aa\u25b8\u25be\u25cb\u25cf\u25e6";

    private readonly SortedSet<int> beyondAscii = [];

    public PageCharacters(IEnumerable<IElement> elements, IEnumerable<string> words, string? scripts)
    {
        Add(Added);
        foreach (var element in elements)
        {
            foreach (var text in element.ChildNodes.OfType<IText>())
            {
                Add(text.Data);
            }

            foreach (var attribute in element.Attributes)
            {
                Add(attribute.Value);
            }
        }
        foreach (var word in words)
        {
            Add(word);
        }

        Add(scripts ?? "");
    }

    /// <summary>
    /// Whether one of the characters is in a <c>unicode-range</c>. What is not a range there is none of them.
    /// </summary>
    public bool HasAnyOf(string ranges) => ranges.Split(',').Any(range => HasAnyIn(range.Trim()));

    private bool HasAnyIn(string range)
    {
        if (!range.StartsWith("u+", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var dash = range.IndexOf('-', StringComparison.Ordinal);
        var first = dash < 0 ? range[2..] : range[2..dash];
        var last = dash < 0 ? range[2..] : range[(dash + 1)..];
        if (!TryParse(first.Replace('?', '0'), out var from) || !TryParse(last.Replace('?', 'f'), out var to))
        {
            return true;
        }
        // Space to tilde: every page has some of these.
        return (from <= '~' && to >= ' ') || (from <= to && beyondAscii.GetViewBetween(from, to).Count > 0);
    }

    private static bool TryParse(string digits, out int code) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code);

    private void Add(string text)
    {
        if (Ascii.IsValid(text))
        {
            return;
        }

        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            valid.Append(rune);
        }

        var known = valid.ToString();
        AddRunes(known);
        AddRunes(known.Normalize(NormalizationForm.FormC));
        AddRunes(known.Normalize(NormalizationForm.FormD));
    }

    private void AddRunes(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii || !beyondAscii.Add(rune.Value))
            {
                continue;
            }

            beyondAscii.Add(Rune.ToUpperInvariant(rune).Value);
            beyondAscii.Add(Rune.ToLowerInvariant(rune).Value);
        }
    }
}
