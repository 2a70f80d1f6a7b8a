using System.Globalization;
using System.Text.RegularExpressions;

namespace DownPage.Schedule;

/// <summary>
/// A length of time as ISO 8601 writes it: <c>PT20M</c>, <c>P1DT12H</c>, <c>P2W</c>. Years and months are of no one
/// length, and are none.
/// </summary>
internal static partial class IsoDuration
{
    /// <summary>Whether the text is meant as one.</summary>
    public static bool IsMeant(string text) => text.StartsWith('P') || text.StartsWith('p');

    public static bool TryParse(string text, out TimeSpan duration)
    {
        var match = Pattern().Match(text);
        duration = match.Success
            ? new TimeSpan(
                (Ticks(match, "weeks", TimeSpan.TicksPerDay) * 7)
                + Ticks(match, "days", TimeSpan.TicksPerDay)
                + Ticks(match, "hours", TimeSpan.TicksPerHour)
                + Ticks(match, "minutes", TimeSpan.TicksPerMinute)
                + Ticks(match, "seconds", TimeSpan.TicksPerSecond)
                + Fraction(match.Groups["fraction"]))
            : TimeSpan.Zero;
        return match.Success;
    }

    private static long Ticks(Match match, string name, long unit)
        => match.Groups[name] is { Success: true } digits
            ? long.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) * unit
            : 0;

    /// <summary>Seven digits are ticks.</summary>
    private static long Fraction(Group digits)
        => digits.Success
            ? long.Parse(digits.Value.PadRight(7, '0'), NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;

    // Six digits of each: no sum of them leaves a TimeSpan.
    [GeneratedRegex(
        @"\AP(?=[0-9T])((?<weeks>[0-9]{1,6})W)?((?<days>[0-9]{1,6})D)?"
            + @"(T(?=[0-9])((?<hours>[0-9]{1,6})H)?((?<minutes>[0-9]{1,6})M)?"
            + @"((?<seconds>[0-9]{1,6})([.,](?<fraction>[0-9]{1,7}))?S)?)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
