using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Selectors;

/// <summary>Selectors with commas between them.</summary>
/// <param name="items">The selectors.</param>
internal sealed class SelectorList(IReadOnlyList<ComplexSelector> items)
{
    private Lazily? relaxed;
    private Lazily? exact;

    public IReadOnlyList<ComplexSelector> Items { get; } = items;

    /// <summary>The most of one of them.</summary>
    public int Steps => Items.Select(item => item.Steps).DefaultIfEmpty().Max();

    public static SelectorList Parse(string text, TextSpan span, StyleRule? parent) =>
        SelectorReader.Read(text, span, parent, 0);

    /// <summary>
    /// All of them as one selector, for the rules that are nested in theirs; null: it cannot be written.
    /// </summary>
    public string? Relaxed(bool isExact)
    {
        if (isExact)
        {
            return (exact ??= new Lazily(SelectorRelaxer.WriteAsOne(this, isExact: true))).Text;
        }

        return (relaxed ??= new Lazily(SelectorRelaxer.WriteAsOne(this, isExact: false))).Text;
    }

    /// <summary>A text that was asked for, there or not.</summary>
    private sealed record Lazily(string? Text);
}
