using System.Globalization;
using DownPage.Schedule;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>Times as the page shows them: in UTC, with their zone, and how far they are from now.</summary>
internal sealed class PageClock(DateTimeOffset now)
{
    public DateTimeOffset Now => now;

    /// <summary>The moment and how far it is from now.</summary>
    public Markup Time(DateTimeOffset at)
        => Markup.Of($"""{Moment(at)} <span class="soft">({SpanWords.From(now, at)})</span>""");

    /// <summary>The moment alone.</summary>
    public static Markup Moment(DateTimeOffset at)
        => Markup.Of($"""<time datetime="{Iso(at)}">{Format(at, "ddd d MMM yyyy, HH:mm")} UTC</time>""");

    /// <summary>The moment to the second, where the order of things counts.</summary>
    public static Markup Exact(DateTimeOffset at)
        => Markup.Of($"""<time datetime="{Iso(at)}">{Format(at, "ddd d MMM yyyy, HH:mm:ss")} UTC</time>""");

    /// <summary>The time of day for a heading; with its date, if it is not within a day.</summary>
    public string Short(DateTimeOffset at)
        => Format(at, (at - now).Duration() < TimeSpan.FromHours(20) ? "HH:mm" : "d MMM, HH:mm") + " UTC";

    /// <summary>The moment by the clock of a zone; empty where that is UTC, which is said anyway.</summary>
    public static Markup Elsewhere(DateTimeOffset at, string zone)
    {
        var there = ZoneNames.Find(zone);
        return there.BaseUtcOffset == TimeSpan.Zero && !there.SupportsDaylightSavingTime
            ? Markup.None
            : Markup.Of($"""
                <span class="soft">({Format(TimeZoneInfo.ConvertTime(at, there), "HH:mm", isUtc: false)} {zone})</span>
                """);
    }

    private static string Iso(DateTimeOffset at) => Format(at, "yyyy-MM-dd'T'HH:mm:ss'Z'");

    private static string Format(DateTimeOffset at, string format, bool isUtc = true)
        => (isUtc ? at.ToUniversalTime() : at).ToString(format, CultureInfo.InvariantCulture);
}
