using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Trimming;

/// <summary>
/// An <c>@import</c>, with the imported rules as its children; without children it stays an <c>@import</c>.
/// </summary>
/// <param name="rule">The rule.</param>
/// <param name="source">The sheet that it is in.</param>
/// <param name="leading">Where the white space and the comments before it begin.</param>
/// <param name="import">What it says.</param>
internal sealed class KeptImport(AtRule rule, SheetSource source, int leading, ImportRule import)
    : KeptNode(rule, source, leading)
{
    public ImportRule Import { get; } = import;
}
