using System.Globalization;

namespace DownPage.Schedule;

/// <summary>
/// A date with a time of day as ISO 8601 writes it: <c>2026-11-28T22:00</c>, with or without an offset.
/// </summary>
internal static class DateTimeText
{
    private static readonly string[] Clocks =
    [
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF",
    ];

    private static readonly string[] Offsets = ["hh\\:mm", "hhmm", "hh"];

    /// <param name="text">The text.</param>
    /// <param name="clock">What a clock shows then.</param>
    /// <param name="offset">How far that clock is before UTC. Null: the text does not say.</param>
    public static bool TryParse(string text, out DateTime clock, out TimeSpan? offset)
    {
        offset = null;
        var sign = text.LastIndexOfAny(['+', '-', 'Z']);

        // The hyphens of the date are no signs.
        var end = sign > "yyyy-MM-dd".Length ? sign : text.Length;
        return DateTime.TryParseExact(
            text.AsSpan(0, end), Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out clock)
            && (end == text.Length || TryParseOffset(text.AsSpan(end), out offset));
    }

    /// <summary>The moment of a text that has an offset; null: the text is no such thing.</summary>
    public static DateTimeOffset? Moment(string text)
        => TryParse(text, out var clock, out var offset) && offset is { } known
            ? Moments.At(clock.Ticks - known.Ticks)
            : null;

    private static bool TryParseOffset(ReadOnlySpan<char> text, out TimeSpan? offset)
    {
        offset = null;
        if (text is "Z")
        {
            offset = TimeSpan.Zero;
        }
        else if (text[0] != 'Z'
            && TimeSpan.TryParseExact(text[1..], Offsets, CultureInfo.InvariantCulture, out var size)
            && size <= TimeSpan.FromHours(14))
        {
            offset = text[0] == '-' ? -size : size;
        }

        return offset is not null;
    }
}
