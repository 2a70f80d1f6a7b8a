using System.Globalization;

namespace DownPage.Schedule;

/// <summary>
/// A length of time as people write it: <c>90</c> (seconds), <c>90s</c>, <c>10m</c>, <c>1h30m</c>, <c>2d</c>, as .NET
/// does: <c>00:10:00</c>, <c>1.06:00:00</c>, and as ISO 8601 does: <c>PT10M</c>.
/// </summary>
internal static class DurationText
{
    // The longest number that is read, beyond every length that is allowed anywhere.
    private const int MaximumDigits = 9;

    private static readonly string[] Clocks =
    [
        "hh\\:mm", "hh\\:mm\\:ss", "hh\\:mm\\:ss\\.FFFFFFF", "d\\.hh\\:mm\\:ss", "d\\.hh\\:mm\\:ss\\.FFFFFFF",
    ];

    /// <summary>Whether the text is a length of time; never a negative one.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        if (IsoDuration.IsMeant(text))
        {
            return IsoDuration.TryParse(text, out duration);
        }

        return text.Contains(':', StringComparison.Ordinal)
            ? TimeSpan.TryParseExact(text, Clocks, CultureInfo.InvariantCulture, out duration)
            : TryParseUnits(text, out duration);
    }

    /// <summary>As <see cref="TryParse"/> reads it.</summary>
    public static string Format(TimeSpan duration) => duration.ToString("c", CultureInfo.InvariantCulture);

    private static bool TryParseUnits(ReadOnlySpan<char> text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        var larger = long.MaxValue;
        while (text.Length > 0)
        {
            var digits = text.IndexOfAnyExceptInRange('0', '9');
            var count = digits < 0 ? text.Length : digits;
            if (count is 0 or > MaximumDigits)
            {
                return false;
            }

            // Each unit once, the largest first; a number alone is seconds, and only alone.
            var unit = digits < 0 ? (larger == long.MaxValue ? TimeSpan.TicksPerSecond : 0) : UnitOf(text[count]);
            if (unit == 0 || unit >= larger)
            {
                return false;
            }

            var number = long.Parse(text[..count], NumberStyles.None, CultureInfo.InvariantCulture);
            if (number > (TimeSpan.MaxValue - duration).Ticks / unit)
            {
                return false;
            }

            duration += new TimeSpan(number * unit);
            larger = unit;
            text = text[(digits < 0 ? count : count + 1)..];
        }

        return larger != long.MaxValue;
    }

    private static long UnitOf(char letter) => letter switch
    {
        's' or 'S' => TimeSpan.TicksPerSecond,
        'm' or 'M' => TimeSpan.TicksPerMinute,
        'h' or 'H' => TimeSpan.TicksPerHour,
        'd' or 'D' => TimeSpan.TicksPerDay,
        _ => 0,
    };
}
