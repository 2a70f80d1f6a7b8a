namespace DownPage.StandAlone.Markup;

/// <summary>
/// The attribute <c>srcset</c>: candidates of an address and descriptors; a comma may be part of an address.
/// </summary>
internal static class SourceSet
{
    /// <summary>The candidates in their order (HTML, "parse a srcset attribute").</summary>
    public static IEnumerable<(string Url, string Descriptors)> Read(string sourceSet)
    {
        for (var i = 0; i < sourceSet.Length;)
        {
            if (IsSeparator(sourceSet[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < sourceSet.Length && !char.IsWhiteSpace(sourceSet[i]))
            {
                i++;
            }

            // A comma at its end ends the candidate; else its width or density follows.
            var url = sourceSet[start..i];
            var end = url.EndsWith(',') ? i : EndOfDescriptors(sourceSet, i);
            yield return (url.TrimEnd(','), sourceSet[i..end].Trim());
            i = end;
        }
    }

    /// <summary>The same candidates at other addresses.</summary>
    public static string Rewrite(string sourceSet, Func<string, string> rewrite)
        => string.Join(", ", Read(sourceSet).Select(candidate => $"{rewrite(candidate.Url)} {candidate.Descriptors}".TrimEnd()));

    private static int EndOfDescriptors(string sourceSet, int start)
    {
        var depth = 0;
        for (var i = start; i < sourceSet.Length; i++)
        {
            depth += sourceSet[i] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (sourceSet[i] == ',' && depth <= 0)
            {
                return i;
            }
        }

        return sourceSet.Length;
    }

    private static bool IsSeparator(char character) => character == ',' || char.IsWhiteSpace(character);
}
