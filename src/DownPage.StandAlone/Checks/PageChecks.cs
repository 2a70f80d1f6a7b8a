using DownPage.RenderProtocol;

namespace DownPage.StandAlone.Checks;

/// <summary>All that a finished page can be told about itself.</summary>
internal static class PageChecks
{
    private static readonly Func<CheckedPage, IEnumerable<RenderDiagnostic>>[] Checks =
    [
        DocumentChecks.Run,
        RequestChecks.Run,
        FormChecks.Run,
        SizeChecks.Run,
    ];

    public static IReadOnlyList<RenderDiagnostic> Run(CheckedPage page) => [.. Checks.SelectMany(check => check(page))];
}
