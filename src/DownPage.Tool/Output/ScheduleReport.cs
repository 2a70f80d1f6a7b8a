using System.Globalization;
using DownPage.Schedule;
using DownPage.Status;
using DownPage.Tool.Targets;

namespace DownPage.Tool.Output;

/// <summary>Windows for people.</summary>
internal static class ScheduleReport
{
    /// <summary>The windows after one came or went.</summary>
    public static void Write(TargetChange change, bool isJson, ToolContext context)
    {
        if (isJson)
        {
            JsonOutput.Write(context.Out, change.Now);
        }
        else
        {
            Write(change.Now.Windows, context);
        }

        new ChangeReport(context, json: false).Warn(change);
    }

    public static void Write(IReadOnlyList<WindowStatus> windows, ToolContext context)
    {
        if (windows.Count == 0)
        {
            context.Out.WriteLine("There are no windows.");
            return;
        }

        var palette = Palette.Of(context);
        var table = new Table("name", "recurs", "opens", "closes", "written in");
        foreach (var window in windows)
        {
            table.Add(
                PlainText.Of(window.Definition.Name ?? ""),
                PlainText.Of(Recurrence(window.Definition)),
                window.IsOpen ? palette.Bad("is open")
                    : window.Start is { } start ? MomentText.Of(start, context.Clock)
                    : "never again",
                window.End is { } end ? MomentText.Of(end, context.Clock) : window.Start is null ? "-" : "never",
                window.IsConfigured ? "configuration" : "state");
        }

        table.Write(context.Out, palette);
    }

    private static string Recurrence(WindowDefinition window)
    {
        if (window.Time is not { } time)
        {
            return "once";
        }

        var days = window.Days.Select(day => day.ToString()[..3])
            .Concat(window.DaysOfMonth.Select(day => day < 0 ? $"{Number(-day)}. from the end" : Number(day) + "."));
        var on = window.Days.Count + window.DaysOfMonth.Count == 0 ? "daily" : string.Join(' ', days);
        return $"{on} {time.ToString("HH:mm", CultureInfo.InvariantCulture)} {window.TimeZone}";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
