using System.Text;
using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Selectors;

/// <summary>
/// Writes a selector for the matching library. Not exact: parts that can come to be true are left out, so that the
/// written selector matches no less. Exact, as inside <c>:not()</c>, where less would be more: a selector with such
/// parts is not written.
/// </summary>
internal static class SelectorRelaxer
{
    /// <summary>A longer text (parents in parents multiply) is not worth its time: the selector stays.</summary>
    public const int LongestText = 4096;

    /// <summary>False: it cannot be written.</summary>
    public static bool TryWrite(StringBuilder text, ComplexSelector selector, bool isExact)
    {
        if (selector.Compounds is not { } compounds)
        {
            return false;
        }

        if (selector.ImpliesParent)
        {
            if (!TryWriteParent(text, selector, isExact))
            {
                if (isExact)
                {
                    return false;
                }

                text.Append('*');
            }
            if (!selector.IsRelative)
            {
                text.Append(' ');
            }
        }
        else if (selector.IsRelative && selector.Parent is null && text.Length == 0)
        {
            text.Append('*');
        }
        foreach (var compound in compounds)
        {
            if (compound.Combinator != '\0')
            {
                text.Append(compound.Combinator);
            }

            if (!TryWrite(text, compound, selector, isExact))
            {
                return false;
            }
        }
        return true;
    }

    private static bool TryWrite(StringBuilder text, CompoundSelector compound, ComplexSelector selector, bool isExact)
    {
        var start = text.Length;
        foreach (var part in compound.Parts)
        {
            // What follows a pseudo-element is about that, not about an element of the page.
            if (part.Kind == SimpleSelectorKind.PseudoElement && !isExact)
            {
                break;
            }

            var before = text.Length;
            if (TryWrite(text, part, selector, isExact, isFirst: text.Length == start))
            {
                continue;
            }

            if (isExact)
            {
                return false;
            }

            text.Length = before;
        }
        if (text.Length == start)
        {
            text.Append('*');
        }

        return true;
    }

    /// <summary>False: it is not decided by the tree of the page.</summary>
    private static bool TryWrite(StringBuilder text, SimpleSelector part, ComplexSelector selector, bool isExact, bool isFirst)
    {
        switch (part.Kind)
        {
            case SimpleSelectorKind.Universal:
                text.Append('*');
                return !part.HasNamespace || !isExact;
            case SimpleSelectorKind.Type when part.HasNamespace:
                text.Append(TypeName(selector.Text, part));
                return !isExact;
            case SimpleSelectorKind.Nesting:
                return TryWriteParent(text, selector, isExact);
            case SimpleSelectorKind.Type:
                // A type after something else, as in ".a&div", has to come first for the library.
                text.Append(isFirst ? TypeName(selector.Text, part) : $":is({TypeName(selector.Text, part)})");
                return true;
            case SimpleSelectorKind.Id or SimpleSelectorKind.Class:
                text.Append(part.Span.Of(selector.Text));
                return true;
            case SimpleSelectorKind.Attribute:
                return TryWriteAttribute(text, part, isExact);
            case SimpleSelectorKind.PseudoClass:
                return TryWritePseudoClass(text, part, selector, isExact);
            default:
                return false;
        }
    }

    private static ReadOnlySpan<char> TypeName(string text, SimpleSelector type)
    {
        var written = type.Span.Of(text);
        return written[(written.LastIndexOf('|') + 1)..];
    }

    private static bool TryWriteParent(StringBuilder text, ComplexSelector selector, bool isExact)
    {
        var written = selector.Parent?.SelectorsIn(selector.Text).Relaxed(isExact);
        text.Append(written);
        return written is not null;
    }

    /// <summary>The selectors as one; null: they cannot be written, or not in a text of reasonable length.</summary>
    public static string? WriteAsOne(SelectorList selectors, bool isExact)
    {
        var text = new StringBuilder();
        return TryWriteList(text, ":is(", selectors, isExact) && text.Length <= LongestText ? text.ToString() : null;
    }

    private static bool TryWriteAttribute(StringBuilder text, SimpleSelector part, bool isExact)
    {
        if (part.HasNamespace || RelaxedSelector.CanChange(part))
        {
            return false;
        }

        // The parser leaves no name in upper case but these.
        var lowerName = part.Name.ToLowerInvariant();
        if (ForeignAttributes.Find(lowerName) is not { } foreign)
        {
            AppendAttribute(text, lowerName, part.Test);
            return !isExact || lowerName == part.Name;
        }

        text.Append(":is(");
        AppendAttribute(text, lowerName, part.Test);
        text.Append(',');
        AppendAttribute(text, foreign, part.Test);
        text.Append(')');
        return !isExact;
    }

    private static void AppendAttribute(StringBuilder text, string name, AttributeTest? test)
    {
        text.Append('[').Append(CssEscapes.Ident(name));
        if (test is not null)
        {
            text.Append(test.Operator).Append(CssEscapes.Quote(test.Value));
        }

        if (test is { Flag.Length: > 0 })
        {
            text.Append(' ').Append(test.Flag);
        }

        text.Append(']');
    }

    private static bool TryWritePseudoClass(StringBuilder text, SimpleSelector part, ComplexSelector selector, bool isExact)
    {
        if (part.Argument is null)
        {
            WriteStructural(text, ":" + part.Name, isSameForRoot: part.Name is "root" or "empty");
            return PseudoClasses.IsStructural(part.Name);
        }
        if (PseudoClasses.IsAlternatives(part.Name))
        {
            return TryWriteList(text, ":is(", part.Selectors!, isExact);
        }

        return part.Name switch
        {
            "has" => !isExact && TryWriteHas(text, part.Selectors!),
            "not" => TryWriteNot(text, part.Selectors!, isExact),
            "lang" => !isExact && TryWriteLanguages(text, part.Argument.Value, selector),
            _ => PseudoClasses.IsCounting(part.Name) && TryWriteCount(text, part, selector, isExact),
        };
    }

    // The root is the first and the only child of its kind; the library says so of elements with a parent only.
    private static void WriteStructural(StringBuilder text, string written, bool isSameForRoot)
        => text.Append(isSameForRoot ? written : $":is({written},:root)");

    private static bool TryWriteList(StringBuilder text, string opening, SelectorList selectors, bool isExact)
    {
        text.Append(opening);
        var isFirst = true;
        foreach (var selector in selectors.Items)
        {
            if (!isFirst)
            {
                text.Append(',');
            }

            if (!TryWrite(text, selector, isExact))
            {
                return false;
            }

            isFirst = false;
        }
        text.Append(')');
        return true;
    }

    /// <summary>
    /// One at a time: of a list, the library takes some for the element itself, and finds others nowhere.
    /// </summary>
    private static bool TryWriteHas(StringBuilder text, SelectorList selectors)
    {
        var opening = ":is(:has(";
        foreach (var selector in selectors.Items)
        {
            text.Append(opening);
            if (!TryWrite(text, selector, isExact: false))
            {
                return false;
            }

            opening = "),:has(";
        }
        text.Append("))");
        return selectors.Items.Count > 0;
    }

    /// <summary>Those of the list decide that match the same for good; if there are none, nothing is written.</summary>
    private static bool TryWriteNot(StringBuilder text, SelectorList selectors, bool isExact)
    {
        var written = 0;
        // The library does not read :not() directly in :not().
        text.Append(isExact ? ":is(:not(" : ":not(");
        foreach (var selector in selectors.Items)
        {
            var before = text.Length;
            if (written > 0)
            {
                text.Append(',');
            }

            if (TryWrite(text, selector, isExact: true))
            {
                written++;
                continue;
            }
            if (isExact)
            {
                return false;
            }

            text.Length = before;
        }
        text.Append(isExact ? "))" : ")");
        return written > 0;
    }

    /// <summary>The library knows one plain language at a time.</summary>
    private static bool TryWriteLanguages(StringBuilder text, TextSpan argument, ComplexSelector selector)
    {
        var tokens = new CssTokenizer(selector.Text, argument.Start, argument.End);
        var opening = ":is(";
        for (var token = tokens.NextSignificant(); token.Kind != CssTokenKind.EndOfFile; token = tokens.NextSignificant())
        {
            if (token.Kind == CssTokenKind.Comma)
            {
                continue;
            }

            var written = selector.Text.AsSpan(token.Start, token.End - token.Start);
            var language = token.Kind == CssTokenKind.String ? CssStrings.Content(written) : CssEscapes.Unescape(written);
            if (language.Length == 0 || !language.All(character => char.IsAsciiLetterOrDigit(character) || character == '-'))
            {
                return false;
            }

            text.Append(opening).Append(":lang(").Append(language).Append(')');
            opening = ",";
        }
        text.Append(')');
        return opening == ",";
    }

    private static bool TryWriteCount(StringBuilder text, SimpleSelector part, ComplexSelector selector, bool isExact)
    {
        var argument = part.Argument!.Value;
        if (part.Selectors is not { } selectors)
        {
            WriteStructural(text, $":{part.Name}({argument.Of(selector.Text).Trim()})", isSameForRoot: isExact);
            return true;
        }

        text.Append(":is(:").Append(part.Name).Append('(');
        var formula = argument.Of(selector.Text);
        text.Append(formula[..formula.IndexOf("of", StringComparison.OrdinalIgnoreCase)].Trim());
        var isWritten = TryWriteList(text, " of ", selectors, isExact: true);
        text.Append(",:root)");
        return isWritten && !isExact;
    }
}
