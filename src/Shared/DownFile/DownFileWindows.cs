using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DownPage.Schedule;

namespace DownPage.DownFile;

/// <summary>
/// Reads the windows of a down file. One with a value that cannot be is passed over as a whole: without a mistyped day
/// it would be open on all of them.
/// </summary>
internal static class DownFileWindows
{
    private const int MaximumWindows = 1000;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);
    private static readonly string[] Times = ["HH:mm", "H:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    /// <param name="list">The list.</param>
    /// <param name="warnings">Where warnings go.</param>
    /// <param name="bad">Those that were passed over.</param>
    public static IReadOnlyList<WindowDefinition> Read(JsonElement list, List<string> warnings, JsonArray bad)
    {
        var windows = new List<WindowDefinition>();
        var number = 0;
        foreach (var item in list.EnumerateArray())
        {
            var place = $"windows[{(number++).ToString(CultureInfo.InvariantCulture)}]";
            if (windows.Count < MaximumWindows && ReadWindow(item, place, warnings) is { } window)
            {
                windows.Add(window);
                continue;
            }

            warnings.Add(
                place + (windows.Count < MaximumWindows ? " is passed over." : " is passed over: there are too many."));
            Keep(bad, item);
        }

        return windows;
    }

    /// <summary>A window that stands alone; null: it cannot be.</summary>
    public static WindowDefinition? ReadOne(JsonElement item) => ReadOne(item, []);

    /// <inheritdoc cref="ReadOne(JsonElement)"/>
    /// <param name="item">The window.</param>
    /// <param name="warnings">What is wrong with it.</param>
    public static WindowDefinition? ReadOne(JsonElement item, List<string> warnings)
        => ReadWindow(item, "window", warnings);

    private static WindowDefinition? ReadWindow(JsonElement item, string place, List<string> warnings)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            warnings.Add($"{place} must be an object.");
            return null;
        }

        var before = warnings.Count;
        var members = new JsonMembers(item, place + ".", warnings);
        var window = Definition(members);
        if (warnings.Count > before)
        {
            return null;
        }

        try
        {
            window = window with { Unknown = members.Rest(warn: true) };
            ScheduledWindow.Parse(window);
            return window;
        }
        catch (FormatException wrong)
        {
            warnings.Add($"{place}: {wrong.Message}");
            return null;
        }
    }

    private static WindowDefinition Definition(JsonMembers members)
    {
        var time = members.Text("time", text => TimeOf(text) is not null, "a time of day, such as \"03:00\"");
        return new WindowDefinition
        {
            Name = members.Text("name", maximum: 200),
            Start = members.Text("start", maximum: 50),
            End = members.Text("end", maximum: 50),
            Duration = members.Duration("duration", TimeSpan.Zero, Longest),
            TimeZone = members.Text("timeZone", maximum: 100) ?? "UTC",
            Days = Days(members),
            DaysOfMonth = DaysOfMonth(members),
            Time = time is null ? null : TimeOf(time),
            Announce = members.Duration("announce", TimeSpan.Zero, Longest),
            Message = members.Text("message", maximum: 2000),
            Mode = members.Text("mode", DownFileValues.IsMode, "full or readOnly"),
            Scopes = members.Items("scopes", ScopeOf, "a text such as \"path:/billing\"") ?? [],
        };
    }

    private static DayOfWeek[] Days(JsonMembers members)
    {
        const string Expected = "the name of a day of the week, such as \"sunday\"";
        return [.. Numbers(members, "days", item => (int?)DayOf(JsonText.Of(item)), Expected).Select(
            day => (DayOfWeek)day)];
    }

    private static IReadOnlyList<int> DaysOfMonth(JsonMembers members)
        => Numbers(
            members,
            "daysOfMonth",
            item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var day) ? day : null,
            "a whole number");

    private static List<int> Numbers(JsonMembers members, string name, Func<JsonElement, int?> convert, string expected)
    {
        var numbers = new List<int>();
        members.Items(
            name,
            item =>
            {
                if (convert(item) is not { } number)
                {
                    return null;
                }

                numbers.Add(number);
                return name;
            },
            expected);
        return numbers;
    }

    private static TimeOnly? TimeOf(string text)
        => TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;

    // By the whole name or its first three letters, and not by a number, which the framework would read too.
    private static DayOfWeek? DayOf(string? text)
    {
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            var name = day.ToString();
            if (name.Equals(text, StringComparison.OrdinalIgnoreCase)
                || (text?.Length == 3 && name.StartsWith(text, StringComparison.OrdinalIgnoreCase)))
            {
                return day;
            }
        }

        return null;
    }

    private static string? ScopeOf(JsonElement item)
        => JsonText.Of(item) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static void Keep(JsonArray bad, JsonElement item)
    {
        try
        {
            bad.Add(JsonCopy.Of(item));
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: it cannot be written. That it is passed over was said.
        }
    }
}
