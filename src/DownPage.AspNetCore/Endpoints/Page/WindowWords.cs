using System.Globalization;
using DownPage.Schedule;
using DownPage.Status;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>When a window is open, in words.</summary>
internal static class WindowWords
{
    public static Markup When(WindowDefinition window)
    {
        var zone = window.TimeZone;
        if (window.Time is not { } time)
        {
            var end = window.Duration is { } length ? $"for {SpanWords.Of(length)}"
                : window.End is { } text ? $"until {text} {zone}"
                : "without an end";
            return Markup.Of($"once, {window.Start} {zone}, {end}");
        }

        var clock = time.ToString("HH:mm", CultureInfo.InvariantCulture);
        return Markup.Of($"{Days(window)} at {clock} {zone}, for {SpanWords.Of(window.Duration ?? TimeSpan.Zero)}");
    }

    public static Markup Next(WindowStatus window, PageClock clock) => (window.IsOpen, window.Start, window.End) switch
    {
        (true, _, { } end) => Markup.Of($"<strong>open</strong> until {clock.TimeIn(end, window.Definition.TimeZone)}"),
        (true, _, _) => Markup.Of($"<strong>open</strong>, without an end"),
        (_, { } start, _) => clock.TimeIn(start, window.Definition.TimeZone),
        _ => Markup.Of($"""<span class="soft">never again</span>"""),
    };

    private static string Days(WindowDefinition window)
    {
        string[] days = [.. window.Days.Select(day => day.ToString())];
        string[] dates = [.. window.DaysOfMonth.Select(DateName)];
        return (days.Length, dates.Length) switch
        {
            (0, 0) => "every day",
            (_, 0) => $"every {string.Join(", ", days)}",
            (0, _) => $"on the {string.Join(", ", dates)} of each month",
            _ => $"every {string.Join(", ", days)} that is the {string.Join(", ", dates)} of its month",
        };
    }

    private static string DateName(int day) => day switch
    {
        -1 => "last day",
        < 0 => $"{(-day).ToString(CultureInfo.InvariantCulture)}. last day",
        _ => day.ToString(CultureInfo.InvariantCulture) + ".",
    };
}
