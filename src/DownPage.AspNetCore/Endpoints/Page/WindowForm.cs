using DownPage.Switching;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>Adds a window to the schedule.</summary>
internal static class WindowForm
{
    public const string Days = "days";
    public const string DaysOfMonth = "daysOfMonth";

    private static readonly (string Value, string Label)[] Weekdays =
    [
        ("monday", "Monday"), ("tuesday", "Tuesday"), ("wednesday", "Wednesday"), ("thursday", "Thursday"),
        ("friday", "Friday"), ("saturday", "Saturday"), ("sunday", "Sunday"),
    ];

    private static readonly (string Value, string Label)[] Modes =
        [("", "As the configuration has it"), ("full", "Full"), ("readOnly", "Read-only")];

    public static Markup Of(PageModel model)
    {
        if (!model.CanSchedule)
        {
            return Markup.None;
        }

        var typed = model.FormOf(ChangeAction.AddWindow);
        var fields = new FormFields(typed, typed.IsNone ? null : model.Refusal, "window-");
        return Markup.Of($"""
            <details{(typed.IsNone ? default : Markup.Of($" open"))}>
            <summary>Add a window</summary>
            {FormShell.Of(model, ChangeAction.AddWindow, Markup.Lines(Content(model, fields)))}
            </details>
            """);
    }

    private static IEnumerable<Markup> Content(PageModel model, FormFields fields) =>
    [
        fields.Line("name", "Name", null, "To know it by, such as move.", Markup.Of($""" maxlength="200" """)),
        fields.Line(
            "start",
            "Begins",
            null,
            "For a window that comes once. For one that recurs: not before; may be empty.",
            Markup.Of($""" type="datetime-local" """)),
        fields.Line("duration", "Lasts", null, "Such as 30m or 2h. A window that recurs needs it."),
        fields.Line(
            "end",
            "Or ends",
            null,
            "Instead of how long it lasts. For one that recurs: not after; may be empty.",
            Markup.Of($""" type="datetime-local" """)),
        fields.Line("timeZone", "Time zone", "UTC", "Of all these times, such as Europe/Berlin."),
        Recurring(fields),
        fields.Area("message", "Message for visitors", null, "Empty: that of the configuration.", rows: 2),
        fields.Line("announce", "Announce it before", null, "How long before, such as 2d. Empty: it is not announced."),
        fields.Choice("mode", "What is refused", "", Modes),
        fields.Area(
            "scopes",
            "Only these parts",
            null,
            "One on each line, such as path:/billing. Empty: the whole site.",
            rows: 2),
        FormShell.Actor(model, fields),
        Markup.Of($"""<p><button class="strong">Add the window</button></p>"""),
    ];

    private static Markup Recurring(FormFields fields) => Markup.Of($"""
        <fieldset>
        <legend>Again and again</legend>
        <p class="hint">Empty: it comes once.</p>
        {Markup.Lines(
            fields.Line("time", "At this time of day", null, null, Markup.Of($""" type="time" """)),
            fields.Boxes(Days, "On these days of the week (none: on all)", Weekdays),
            fields.Line(
                DaysOfMonth, "On these days of the month", null, "Such as 1, 15; -1 is the last. Empty: on all."))}
        </fieldset>
        """);
}
