using System.Globalization;

namespace DownPage.Tool.Output;

/// <summary>Moments and lengths of time for people: by the clock of this machine, always with its offset.</summary>
internal static class MomentText
{
    /// <summary><c>2026-11-21 17:05:00 +01:00</c></summary>
    public static string Of(DateTimeOffset moment, TimeProvider clock)
        => TimeZoneInfo.ConvertTime(moment, clock.LocalTimeZone)
            .ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    /// <summary>The two largest units: <c>2 d 3 h</c>, <c>20 min</c>, <c>1 min 5 s</c>.</summary>
    public static string Of(TimeSpan span)
    {
        var seconds = (long)Math.Round(span.TotalSeconds);
        (long Count, string Unit)[] parts =
        [
            (seconds / 86400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s"),
        ];
        var first = Array.FindIndex(parts, part => part.Count > 0);
        return first < 0
            ? "0 s"
            : string.Join(
                ' ',
                parts.Skip(first).Take(2).Where(part => part.Count > 0)
                    .Select(part => part.Count.ToString(CultureInfo.InvariantCulture) + " " + part.Unit));
    }
}
