using System.Globalization;
using DownPage.Schedule;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>Times as the page shows them: in UTC, with their zone, and how far they are from now.</summary>
internal sealed class PageClock(DateTimeOffset now)
{
    public DateTimeOffset Now => now;

    /// <summary>The moment and how far it is from now.</summary>
    public Markup Time(DateTimeOffset at) => Markup.Of($"{Moment(at)} {Away(at)}");

    /// <summary>The moment to the second, where the order of things counts, and how far it is from now.</summary>
    public Markup ExactTime(DateTimeOffset at) => Markup.Of($"{Exact(at)} {Away(at)}");

    /// <summary>The moment, the same by the clock of a zone, and how far it is from now.</summary>
    public Markup TimeIn(DateTimeOffset at, string zone)
        => Markup.Of($"{Moment(at)}{Elsewhere(at, ZoneNames.Find(zone), zone)} {Away(at)}");

    /// <summary>The moment alone.</summary>
    public static Markup Moment(DateTimeOffset at)
        => Markup.Of($"""<time datetime="{Iso(at)}">{Format(at, "ddd d MMM yyyy, HH:mm")} UTC</time>""");

    public static Markup Exact(DateTimeOffset at)
        => Markup.Of($"""<time datetime="{Iso(at)}">{Format(at, "ddd d MMM yyyy, HH:mm:ss")} UTC</time>""");

    /// <summary>The time of day for a heading; with its date, if it is not within a day.</summary>
    public string Short(DateTimeOffset at)
        => Format(at, (at - now).Duration() < TimeSpan.FromHours(20) ? "HH:mm" : "d MMM, HH:mm") + " UTC";

    /// <summary>Empty where the zone's clock shows UTC, which is said anyway.</summary>
    private static Markup Elsewhere(DateTimeOffset at, TimeZoneInfo zone, string name)
        => zone.GetUtcOffset(at) == TimeSpan.Zero
            ? Markup.None
            : Markup.Of($", {Format(TimeZoneInfo.ConvertTime(at, zone), "HH:mm", isUtc: false)} {name}");

    private Markup Away(DateTimeOffset at) => Markup.Of($"""<span class="soft">({SpanWords.From(now, at)})</span>""");

    private static string Iso(DateTimeOffset at) => Format(at, "yyyy-MM-dd'T'HH:mm:ss'Z'");

    private static string Format(DateTimeOffset at, string format, bool isUtc = true)
        => (isUtc ? at.ToUniversalTime() : at).ToString(format, CultureInfo.InvariantCulture);
}
