using AngleSharp.Dom;

namespace DownPage.StandAlone.Markup;

/// <summary>
/// The shadow trees of a document, declared by <c>&lt;template shadowrootmode&gt;</c>, and those within them.
/// </summary>
internal static class ShadowTrees
{
    public static IEnumerable<IShadowRoot> Within(IParentNode root)
    {
        foreach (var element in root.QuerySelectorAll("*"))
        {
            if (element.ShadowRoot is { } shadow)
            {
                yield return shadow;
                foreach (var inner in Within(shadow))
                {
                    yield return inner;
                }
            }
        }
    }
}
