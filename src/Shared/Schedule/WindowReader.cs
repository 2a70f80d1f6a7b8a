using System.Globalization;

namespace DownPage.Schedule;

/// <summary>
/// Reads when a window is open. Every refusal is a <see cref="FormatException"/> that starts with the key's name.
/// </summary>
internal static class WindowReader
{
    private const int MaximumMessageLength = 2000;

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);
    private static readonly TimeSpan LongestAnnouncement = TimeSpan.FromDays(366);

    public static WindowTimes Read(WindowDefinition window)
    {
        var clock = new ZoneClock(ZoneNames.Find(window.TimeZone ?? ""));
        var start = MomentOf("Start", window.Start, clock);
        var end = MomentOf("End", window.End, clock);
        Require(!(start >= end), "End", window.End, $"later than Start, '{window.Start}'");
        RequireBetween("Duration", window.Duration, Shortest, Longest);
        RequireBetween("Announce", window.Announce, TimeSpan.FromTicks(1), LongestAnnouncement);
        Require(window.Mode is null || IsMode(window.Mode), "Mode", window.Mode, "full or readOnly");
        if (window.Message is { Length: > MaximumMessageLength } message)
        {
            throw new FormatException(
                $"Message has {Number(message.Length)} characters;"
                + $" it must have at most {Number(MaximumMessageLength)}.");
        }

        return window.Time is null && window.Days.Count == 0 && window.DaysOfMonth.Count == 0
            ? Once(window, start, end)
            : Recurring(window, clock, start, end);
    }

    private static SingleTime Once(WindowDefinition window, DateTimeOffset? start, DateTimeOffset? end)
    {
        if (start is not { } begin)
        {
            throw Missing(
                "Start",
                "a window that does not recur needs it, such as '2026-11-28T22:00'; one that recurs needs Time");
        }

        if (window.Duration is not { } duration)
        {
            return new SingleTime(new WindowSpan(begin, end));
        }

        Require(
            end is null,
            "Duration",
            DurationText.Format(duration),
            $"left out where End is given, '{window.End}'; or End must");
        return new SingleTime(new WindowSpan(begin, Moments.Later(begin, duration)));
    }

    private static RecurringTimes Recurring(
        WindowDefinition window, ZoneClock clock, DateTimeOffset? start, DateTimeOffset? end)
    {
        foreach (var day in window.Days)
        {
            Require(Enum.IsDefined(day), "Days", Number((int)day), "names of days of the week, such as 'Sunday'");
        }

        foreach (var day in window.DaysOfMonth)
        {
            Require(
                day is >= 1 and <= 31 or >= -31 and <= -1,
                "DaysOfMonth",
                Number(day),
                "numbers from 1 to 31, or from -1, which is the last day, to -31");
        }

        var time = window.Time
            ?? throw Missing(
                "Time", "a window with Days or DaysOfMonth needs the time of day at which it begins, such as '03:00'");
        var duration = window.Duration
            ?? throw Missing(
                "Duration", "a window that recurs needs it, such as '00:30:00'; End only says when it recurs no more");
        var times = new RecurringTimes(clock, new WindowDays(window.Days, window.DaysOfMonth), time, duration)
        {
            NotBefore = start,
            NotAfter = end,
        };
        Require(
            start is not { } first || times.After(Moments.Later(first, -TimeSpan.FromTicks(1))) is not null,
            "End",
            window.End,
            $"so late that the window occurs at all after Start, '{window.Start}'");
        return times;
    }

    private static DateTimeOffset? MomentOf(string key, string? text, ZoneClock clock)
    {
        if (text is null)
        {
            return null;
        }

        Require(
            DateTimeText.TryParse(text, out var time, out var offset),
            key,
            text,
            "a date with a time, such as '2026-11-28T22:00' or '2026-11-28T21:00Z'");
        return offset is { } known ? Moments.At(time.Ticks - known.Ticks) : clock.MomentOf(time);
    }

    private static void RequireBetween(string key, TimeSpan? value, TimeSpan least, TimeSpan most)
    {
        if (value is { } span)
        {
            var wanted = least < Shortest ? "more than zero" : $"at least {DurationText.Format(least)}";
            Require(
                span >= least && span <= most,
                key,
                DurationText.Format(span),
                $"{wanted} and at most {DurationText.Format(most)}");
        }
    }

    private static void Require(bool holds, string key, string? value, string what)
    {
        if (!holds)
        {
            throw new FormatException($"{key} is '{value}'; it must be {what}.");
        }
    }

    private static FormatException Missing(string key, string why) => new($"{key} is missing; {why}.");

    private static bool IsMode(string mode)
        => string.Equals(mode, "full", StringComparison.OrdinalIgnoreCase)
            || string.Equals(mode, "readOnly", StringComparison.OrdinalIgnoreCase);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
