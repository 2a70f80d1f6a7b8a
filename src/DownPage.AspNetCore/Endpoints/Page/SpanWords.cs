using System.Globalization;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>Lengths of time in words: the two largest units, for people.</summary>
internal static class SpanWords
{
    private static readonly (string Name, long Ticks)[] Units =
    [
        ("day", TimeSpan.TicksPerDay),
        ("hour", TimeSpan.TicksPerHour),
        ("minute", TimeSpan.TicksPerMinute),
        ("second", TimeSpan.TicksPerSecond),
    ];

    public static string Of(TimeSpan span)
    {
        var left = span.Duration().Ticks;
        for (var index = 0; index < Units.Length; index++)
        {
            var count = left / Units[index].Ticks;
            if (count > 0)
            {
                var rest = left % Units[index].Ticks;
                var smaller = index + 1 < Units.Length ? rest / Units[index + 1].Ticks : 0;
                return smaller > 0
                    ? $"{Counted(count, Units[index].Name)} {Counted(smaller, Units[index + 1].Name)}"
                    : Counted(count, Units[index].Name);
            }
        }

        return "less than a second";
    }

    /// <summary>How far a moment is from now: <c>in 2 hours</c>, <c>5 minutes ago</c>.</summary>
    public static string From(DateTimeOffset now, DateTimeOffset at)
    {
        var away = at - now;
        if (away.Duration() < TimeSpan.FromSeconds(5))
        {
            return "now";
        }

        // What counts in minutes does not need seconds.
        var span = away.Duration() >= TimeSpan.FromMinutes(2)
            ? TimeSpan.FromMinutes(Math.Round(away.Duration().TotalMinutes))
            : away.Duration();
        return away > TimeSpan.Zero ? $"in {Of(span)}" : $"{Of(span)} ago";
    }

    private static string Counted(long count, string unit)
        => $"{count.ToString(CultureInfo.InvariantCulture)} {unit}{(count == 1 ? "" : "s")}";
}
