using DownPage.DownFile;
using DownPage.History;
using DownPage.Status;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>Everything that the page shows.</summary>
internal sealed record PageModel
{
    /// <summary>The app's name.</summary>
    public required string App { get; init; }

    /// <summary>The endpoint's path, with that of the app.</summary>
    public required string Path { get; init; }

    public required PageClock Clock { get; init; }

    /// <summary>Who looks at it, by the app's sign-in. Null: not known by a name.</summary>
    public string? User { get; init; }

    public required StatusDocument Status { get; init; }

    /// <summary>What the configuration says. Null: it leaves it to others.</summary>
    public bool? Enabled { get; init; }

    /// <summary>What a change would be made of. Null: nothing is written.</summary>
    public DownFileDocument? Held { get; init; }

    /// <summary>The youngest first.</summary>
    public IReadOnlyList<HistoryEntry> History { get; init; } = [];

    /// <summary>Why the history cannot be read. Null: it can.</summary>
    public string? HistoryProblem { get; init; }

    /// <summary>What was sent and refused.</summary>
    public PageForm Form { get; init; } = PageForm.None;

    public PageRefusal? Refusal { get; init; }

    /// <summary>Which change was just made, one of <see cref="Switching.ChangeAction"/>. Null: none.</summary>
    public string? Done { get; init; }

    /// <summary>The hidden field of the app's antiforgery; empty where it has none.</summary>
    public Markup Antiforgery { get; init; }

    /// <summary>Whether that can be changed which decides whether the site is down.</summary>
    public bool CanSwitch => Enabled is null && Status.Source is not "appOffline";

    public bool CanSchedule => Enabled is null;

    /// <summary>Whether the site is down by what a change would be made of.</summary>
    public bool IsHeldDown => Held is { Down: true } held && !(held.Until <= Clock.Now);

    /// <summary>Whether the refusal is about the schedule, and its form is there to show it beside.</summary>
    public bool IsRefusedInSchedule
        => CanSchedule && Form.Action.StartsWith("schedule-", StringComparison.Ordinal);

    /// <summary>What was sent, if it was by a form of these.</summary>
    public PageForm FormOf(params string[] actions)
        => actions.Contains(Form.Action, StringComparer.Ordinal) ? Form : PageForm.None;
}
