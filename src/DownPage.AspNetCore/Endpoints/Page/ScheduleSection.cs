using DownPage.Status;
using DownPage.Switching;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>The windows that are planned, with their next times; those that can be changed here, and how.</summary>
internal static class ScheduleSection
{
    public static Markup Of(PageModel model) => Markup.Of($"""
        <section class="card" id="schedule" aria-labelledby="schedule-title">
        <h2 id="schedule-title">Schedule</h2>
        {Markup.Lines(RefusalBox.InSchedule(model), Table(model), WindowForm.Of(model))}
        </section>
        """);

    private static Markup Table(PageModel model) => model.Status.Windows.Count == 0
        ? Markup.Of($"""<p class="soft">No window is planned.</p>""")
        : Markup.Of($"""
            <div class="scroll" role="region" aria-labelledby="schedule-caption" tabindex="0">
            <table>
            <caption id="schedule-caption">Times at which the site is down by plan</caption>
            <thead><tr><th scope="col">Window</th><th scope="col">When</th><th scope="col">Next</th>
            <th scope="col">Change</th></tr></thead>
            <tbody>
            {Markup.Lines(model.Status.Windows.Select(window => Row(window, model)))}
            </tbody>
            </table>
            </div>
            """);

    private static Markup Row(WindowStatus window, PageModel model) => Markup.Of($"""
        <tr><th scope="row">{PageText.Isolated(window.Definition.Name ?? "without a name")}</th>
        <td>{WindowWords.When(window.Definition)}{Message(window)}</td>
        <td>{WindowWords.Next(window, model.Clock)}</td>
        <td>{Change(window, model)}</td></tr>
        """);

    private static Markup Message(WindowStatus window)
        => window.Definition.Message is { } message
            ? Markup.Of($"""<br><span class="soft message" dir="auto">“{message}”</span>""")
            : Markup.None;

    private static Markup Change(WindowStatus window, PageModel model)
    {
        if (window.IsConfigured)
        {
            return Markup.Of($"""<span class="soft">in the configuration</span>""");
        }

        if (!model.CanSchedule || window.Definition.Name is not { Length: > 0 } name)
        {
            return Markup.Of($"""<span class="soft">in the down file</span>""");
        }

        return FormShell.Of(model, ChangeAction.RemoveWindow, Markup.Of($"""
            <input type="hidden" name="name" value="{PageText.Value(name)}">
            <button>Remove<span class="heard"> the window {name}</span></button>
            """));
    }
}
