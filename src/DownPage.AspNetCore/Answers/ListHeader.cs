using Microsoft.Extensions.Primitives;

namespace DownPage.AspNetCore.Answers;

/// <summary>Headers that are lists of names: <c>Vary</c>, <c>Access-Control-Expose-Headers</c>.</summary>
internal static class ListHeader
{
    /// <summary>What is there and the names that it lacks. Allocates nothing where nothing is there.</summary>
    public static StringValues Merge(StringValues there, string names)
    {
        if (StringValues.IsNullOrEmpty(there))
        {
            return names;
        }

        var known = there.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return known.Contains("*")
            ? there
            : string.Join(", ", known.Union(names.Split(", "), StringComparer.OrdinalIgnoreCase));
    }
}
