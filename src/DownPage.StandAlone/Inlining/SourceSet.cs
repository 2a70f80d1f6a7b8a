using System.Text;

namespace DownPage.StandAlone.Inlining;

/// <summary>A <c>srcset</c>: candidates of a URL and descriptors, in which a comma may be part of a URL.</summary>
internal static class SourceSet
{
    /// <summary>The same candidates with other URLs (HTML, "parse a srcset attribute").</summary>
    public static string Rewrite(string sourceSet, Func<string, string> rewrite)
    {
        var result = new StringBuilder();
        var position = 0;
        while (true)
        {
            while (position < sourceSet.Length && (IsSpace(sourceSet[position]) || sourceSet[position] == ','))
            {
                position++;
            }

            if (position >= sourceSet.Length)
            {
                return result.ToString();
            }

            var start = position;
            while (position < sourceSet.Length && !IsSpace(sourceSet[position]))
            {
                position++;
            }

            var url = sourceSet[start..position];
            var descriptors = "";
            if (url.EndsWith(','))
            {
                url = url.TrimEnd(',');
            }
            else
            {
                descriptors = ReadDescriptors(sourceSet, ref position);
            }

            result.Append(result.Length > 0 ? ", " : "").Append(rewrite(url)).Append(descriptors);
        }
    }

    private static string ReadDescriptors(string sourceSet, ref int position)
    {
        var start = position;
        var depth = 0;
        while (position < sourceSet.Length && (sourceSet[position] != ',' || depth > 0))
        {
            depth += sourceSet[position] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            position++;
        }

        var descriptors = sourceSet[start..position].Trim();
        return descriptors.Length > 0 ? " " + descriptors : "";
    }

    private static bool IsSpace(char character) => character is ' ' or '\t' or '\n' or '\r' or '\f';
}
