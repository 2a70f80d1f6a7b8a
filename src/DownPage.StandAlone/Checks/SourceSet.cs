namespace DownPage.StandAlone.Checks;

/// <summary>The attribute <c>srcset</c>.</summary>
internal static class SourceSet
{
    /// <summary>The addresses of the candidates, in their order.</summary>
    public static IEnumerable<string> Urls(string sourceSet)
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
                i++;
            var url = sourceSet[start..i];
            yield return url.TrimEnd(',');

            // A comma at its end ends the candidate; else its width or density follows.
            if (!url.EndsWith(','))
                i = EndOfDescriptors(sourceSet, i);
        }
    }

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
                return i + 1;
        }

        return sourceSet.Length;
    }

    private static bool IsSeparator(char character) => character == ',' || char.IsWhiteSpace(character);
}
