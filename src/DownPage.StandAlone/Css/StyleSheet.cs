using DownPage.StandAlone.Css.Syntax;
using DownPage.StandAlone.Css.Writing;

namespace DownPage.StandAlone.Css;

/// <summary>
/// A sheet that was read. Nothing of it changes: pages and threads share it, and with it what they find out about it.
/// </summary>
internal sealed class StyleSheet
{
    private StyleSheet(string text, IReadOnlyList<CssNode> rules)
    {
        Text = text;
        Rules = rules;
        HasDefaultNamespace = rules.Any(rule => rule is AtRule { Name: "namespace" } named && IsDefault(text, named));
        Licence = LicenceComments.In(text, new TextSpan(0, text.Length));
    }

    /// <summary>The text, with what it lacks at its end written out.</summary>
    public string Text { get; }

    public IReadOnlyList<CssNode> Rules { get; }

    /// <summary>Whether types in its selectors are those of one namespace only.</summary>
    public bool HasDefaultNamespace { get; }

    /// <summary>The comments at its head that say whose work it is; empty: none does.</summary>
    public string Licence { get; }

    private static bool IsDefault(string text, AtRule rule)
        => new CssTokenizer(text, rule.Prelude.Start, rule.Prelude.End).NextSignificant().Kind != CssTokenKind.Ident;

    public static StyleSheet Parse(string text)
    {
        var closed = CssRepair.Close(text.TrimStart('\ufeff'));
        return new StyleSheet(closed, CssReader.ReadSheet(closed));
    }
}
