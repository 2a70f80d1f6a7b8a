using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Trimming;

/// <summary>Drops the files of fonts that browsers of today do not ask for.</summary>
internal static class FontFaces
{
    /// <summary>
    /// Drops sources that a later one overrides, and of each list all but local fonts, sources with <c>tech()</c>, and
    /// the first file that every browser takes.
    /// </summary>
    public static void TrimSources(KeptNode fontFace)
    {
        if (fontFace.Children is not { } children)
        {
            return;
        }

        var isOverridden = false;
        for (var index = children.Count - 1; index >= 0; index--)
        {
            if (children[index] is not { Node: Declaration { Name: "src" } declaration } child)
            {
                continue;
            }

            if (isOverridden)
            {
                children.RemoveAt(index);
                continue;
            }
            var sources = FontSource.Read(child.Source.Text, declaration.Value);
            child.KeptParts = Needed(sources);
            isOverridden = !sources.Any(source => source.HasTechnologies);
        }
    }

    private static List<TextSpan>? Needed(IReadOnlyList<FontSource> sources)
    {
        var needed = new List<TextSpan>(sources.Count);
        var isFound = false;
        foreach (var source in sources)
        {
            var isFile = source.Format is FontFormat.Current or FontFormat.Unknown && !source.HasTechnologies;
            if (source.Format == FontFormat.Outdated || (isFile && isFound))
            {
                continue;
            }

            needed.Add(source.Span);
            isFound |= isFile && source.Format == FontFormat.Current;
        }
        return needed.Count == 0 || needed.Count == sources.Count ? null : needed;
    }
}
