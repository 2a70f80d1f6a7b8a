namespace DownPage.Text;

/// <summary>Finds what somebody meant who made a typing mistake.</summary>
internal static class NearestName
{
    /// <summary>The name that needs the fewest edits, at most a third of its letters; null: none comes near.</summary>
    public static string? Find(string wanted, IEnumerable<string> names)
    {
        var nearest = names
            .Select(name => (Name: name, Distance: Edits(wanted.ToUpperInvariant(), name.ToUpperInvariant())))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name is { } found && nearest.Distance <= Math.Max(2, wanted.Length / 3) ? found : null;
    }

    /// <summary>
    /// How many letters must be changed, added or taken away (Levenshtein's distance), one row at a time.
    /// </summary>
    public static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substitution = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
