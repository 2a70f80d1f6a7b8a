namespace DownPage.AspNetCore.Endpoints;

/// <summary>How often something may be done in a minute, by each of many.</summary>
internal sealed class Quotas(TimeProvider clock)
{
    /// <summary>Whoever comes beyond shares one quota: the table is not to grow with what strangers send.</summary>
    private const int MostKeys = 10_000;

    private const string Others = "\0others";

    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, (long Begun, int Count)> used = new(StringComparer.Ordinal);

    /// <summary>Counts one more.</summary>
    /// <param name="key">Whose it is.</param>
    /// <param name="most">How many there may be.</param>
    /// <param name="wait">If it may not: for how long.</param>
    /// <param name="isLast">Whether the next one may not.</param>
    public bool TryTake(string key, int most, out TimeSpan wait, out bool isLast)
        => Try(key, most, by: 1, out wait, out isLast);

    /// <summary>Whether one more would be taken; counts nothing.</summary>
    public bool IsLeft(string key, int most, out TimeSpan wait) => Try(key, most, by: 0, out wait, out _);

    private bool Try(string key, int most, int by, out TimeSpan wait, out bool isLast)
    {
        lock (used)
        {
            key = Placed(key);
            var now = clock.GetTimestamp();
            var (begun, count) = used.TryGetValue(key, out var known) && !IsOver(known.Begun) ? known : (now, 0);
            var may = count < most;
            count += may ? by : 0;
            wait = may ? TimeSpan.Zero : Period - clock.GetElapsedTime(begun);
            isLast = may && count >= most;
            if (count > 0)
            {
                used[key] = (begun, count);
            }

            return may;
        }
    }

    private string Placed(string key)
    {
        if (used.Count >= MostKeys && !used.ContainsKey(key))
        {
            foreach (var over in used.Where(each => IsOver(each.Value.Begun)).Select(each => each.Key).ToArray())
            {
                used.Remove(over);
            }
        }

        return used.Count < MostKeys || used.ContainsKey(key) ? key : Others;
    }

    private bool IsOver(long begun) => clock.GetElapsedTime(begun) >= Period;
}
