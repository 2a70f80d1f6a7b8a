using DownPage.Schedule;
using FsCheck;
using FsCheck.Fluent;

namespace DownPage.AspNetCore.Tests.Schedule;

/// <summary>Windows around a moment at which something happens to the clocks.</summary>
internal static class RandomWindows
{
    /// <summary>A moment within five days of the anchor: on the minute, or a tick beside.</summary>
    public static Gen<DateTimeOffset> Moments(DateTimeOffset anchor)
        => from minute in Gen.Choose(-5 * 1440, 5 * 1440)
           from ticks in Gen.Choose(-1, 1)
           select anchor.AddMinutes(minute).AddTicks(ticks);

    public static Gen<WindowDefinition> Recurring(string zone, DateTimeOffset anchor)
        => from time in Gen.Frequency((3, Gen.Choose(0, 239)), (1, Gen.Choose(0, 1439)))
           from duration in Gen.Frequency((3, Gen.Choose(1, 180)), (1, Gen.Choose(1, 3 * 1440)))
           from days in Gen.Choose(0, 127).Or(Gen.Constant(0))
           from daysOfMonth in Gen.ListOf(Gen.Choose(-3, 3).Or(Gen.Choose(27, 31))).Or(Gen.Constant<List<int>>([]))
           from start in Bound(anchor)
           from end in Bound(anchor)
           from announce in Gen.Choose(0, 4 * 1440)
           select new WindowDefinition
           {
               TimeZone = zone,
               Time = new TimeOnly(time / 60, time % 60),
               Duration = TimeSpan.FromMinutes(duration),
               Days = [.. Enum.GetValues<DayOfWeek>().Where(day => (days >> (int)day & 1) == 1)],
               DaysOfMonth = [.. daysOfMonth.Where(day => day != 0).Take(5)],
               Start = Text(start),
               End = Text(start < end || start is null ? end : null),
               Announce = announce > 1440 ? TimeSpan.FromMinutes(announce - 1440) : null,
           };

    private static Gen<DateTimeOffset?> Bound(DateTimeOffset anchor)
        => Gen.Frequency(
            (2, Gen.Constant<DateTimeOffset?>(null)),
            (1, Gen.Choose(-4 * 1440, 4 * 1440).Select(minute => (DateTimeOffset?)anchor.AddMinutes(minute))));

    private static string? Text(DateTimeOffset? moment)
        => moment?.ToString("yyyy-MM-dd'T'HH:mmzzz", System.Globalization.CultureInfo.InvariantCulture);
}
