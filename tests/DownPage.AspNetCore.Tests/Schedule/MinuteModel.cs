using System.Globalization;
using DownPage.Schedule;

namespace DownPage.AspNetCore.Tests.Schedule;

/// <summary>What a window's times are, found by looking at the zone's clock minute after minute.</summary>
internal sealed class MinuteModel
{
    private const int Reach = 9 * 24 * 60;
    private readonly DateTime[] clocks;
    private readonly DateTimeOffset first;

    public MinuteModel(string zone, string anchor)
    {
        Zone = zone;
        Anchor = DateTimeOffset.Parse(anchor, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        first = Anchor.AddMinutes(-Reach);
        var info = TimeZoneInfo.FindSystemTimeZoneById(zone);
        clocks = [.. Enumerable.Range(0, 2 * Reach).Select(
            minute => TimeZoneInfo.ConvertTime(first.AddMinutes(minute), info).DateTime)];
    }

    public string Zone { get; }

    public DateTimeOffset Anchor { get; }

    /// <summary>The first minute that was not looked at.</summary>
    public DateTimeOffset End => first.AddMinutes(clocks.Length);

    /// <summary>
    /// The spans that begin within nine days of the anchor. For each day, the first minute whose clock has reached its
    /// time.
    /// </summary>
    public IReadOnlyList<WindowSpan> SpansOf(WindowDefinition window)
    {
        var spans = new List<WindowSpan>();
        var time = window.Time ?? throw new ArgumentException("It does not recur.", nameof(window));
        var day = DateOnly.FromDateTime(clocks[0]);
        while (day.ToDateTime(time) <= clocks[0])
        {
            day = day.AddDays(1);
        }

        for (var minute = 0; minute < clocks.Length; minute++)
        {
            for (; day.ToDateTime(time) <= clocks[minute]; day = day.AddDays(1))
            {
                var start = first.AddMinutes(minute);
                if (Recurs(window, day) && IsWithin(window, start))
                {
                    spans.Add(new WindowSpan(start, start + window.Duration));
                }
            }
        }

        return spans;
    }

    private static bool Recurs(WindowDefinition window, DateOnly day)
    {
        var last = day.AddDays(1 - day.Day).AddMonths(1).AddDays(-1).Day;
        return (window.Days.Count == 0 || window.Days.Any(name => name == day.DayOfWeek))
            && (window.DaysOfMonth.Count == 0
                || window.DaysOfMonth.Any(number => number > 0 ? number == day.Day : last + 1 + number == day.Day));
    }

    private static bool IsWithin(WindowDefinition window, DateTimeOffset start)
        => (window.Start is null || start >= DateTimeOffset.Parse(window.Start, CultureInfo.InvariantCulture))
            && (window.End is null || start <= DateTimeOffset.Parse(window.End, CultureInfo.InvariantCulture));
}
