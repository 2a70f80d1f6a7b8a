using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace DownPage.StandAlone.Css.Selectors;

/// <summary>
/// Decides whether a selector is surely one to every browser. One that is not makes browsers pass over the whole rule,
/// and the other selectors of its list with it.
/// </summary>
internal static partial class KnownSelectors
{
    private static readonly FrozenSet<string> ElementsWithArgument = FrozenSet.ToFrozenSet(["slotted", "part"]);

    /// <param name="text">The sheet.</param>
    /// <param name="compounds">The compound selectors of one selector.</param>
    /// <param name="isArgument">Whether it is written between the parentheses of a pseudo-class.</param>
    public static bool IsKnown(string text, IReadOnlyList<CompoundSelector> compounds, bool isArgument)
    {
        var hasElement = false;
        foreach (var part in compounds.SelectMany(compound => compound.Parts))
        {
            // Little may follow a pseudo-element, and which differs.
            if (hasElement || !IsKnown(text, part))
            {
                return false;
            }

            hasElement = part.Kind == SimpleSelectorKind.PseudoElement;
        }

        return !(hasElement && isArgument);
    }

    private static bool IsKnown(string text, SimpleSelector part) => part.Kind switch
    {
        SimpleSelectorKind.Attribute => !part.HasNamespace && part.Test is not { Flag: "s" },
        SimpleSelectorKind.Type or SimpleSelectorKind.Universal => !part.HasNamespace || text[part.Span.Start] is '*' or '|',
        SimpleSelectorKind.PseudoElement => PseudoClasses.IsElementKnownToAll(part.Name)
            && part.Argument is null != ElementsWithArgument.Contains(part.Name),
        SimpleSelectorKind.PseudoClass => IsKnownPseudoClass(text, part),
        _ => true,
    };

    private static bool IsKnownPseudoClass(string text, SimpleSelector part)
    {
        if (!PseudoClasses.IsKnownToAll(part.Name))
        {
            return false;
        }

        var argument = part.Argument is { } span ? span.Of(text).Trim() : default;
        return part.Name switch
        {
            "is" or "where" or "not" or "has" => part.Selectors is { Items.Count: > 0 } list && !list.Items.Any(item => item.IsUnknownToSome)
                && !(part.Name == "has" && argument.Contains(":has", StringComparison.OrdinalIgnoreCase)),
            "lang" => Languages().IsMatch(argument),
            "dir" => Directions().IsMatch(argument),
            _ when PseudoClasses.IsCounting(part.Name) => part.Selectors is null && Formula().IsMatch(argument),
            _ => part.Argument is null,
        };
    }

    [GeneratedRegex(@"^[\w-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Languages();

    [GeneratedRegex("^(ltr|rtl)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Directions();

    [GeneratedRegex(
        @"^(odd|even|[+-]?\d+|[+-]?\d*n(\s*[+-]\s*\d+)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Formula();
}
