using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Trimming;

/// <summary>A part of a sheet as it is in one page.</summary>
/// <param name="node">The part.</param>
/// <param name="source">The sheet.</param>
/// <param name="leading">Where the white space and the comments before it begin.</param>
internal class KeptNode(CssNode node, SheetSource source, int leading)
{
    public CssNode Node { get; } = node;

    public SheetSource Source { get; } = source;

    public int Leading { get; } = leading;

    /// <summary>What is in it; null: its inside is copied.</summary>
    public List<KeptNode>? Children { get; set; }

    /// <summary>Which selectors of a style rule are written; null: all.</summary>
    public bool[]? LiveSelectors { get; set; }

    /// <summary>Which parts of a declaration's value, a list, are written; null: all.</summary>
    public IReadOnlyList<TextSpan>? KeptParts { get; set; }

    /// <summary>Whether something refers to it. Only asked of what is of use by its name.</summary>
    public bool IsReferred { get; set; }

    /// <summary>What is written in its place.</summary>
    public string? Replacement { get; set; }
}
