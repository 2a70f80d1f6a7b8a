using DownPage.AspNetCore.Answers;
using DownPage.AspNetCore.Bypass;
using DownPage.AspNetCore.Passing;

namespace DownPage.AspNetCore.State;

/// <summary>All that a request needs, compiled in the background whenever something changes. Immutable.</summary>
internal sealed record MaintenanceSnapshot(
    MaintenanceState State, RequestGate Gate, AnswerSet Answers, PageLibrary Pages, BypassGate? Bypass, bool Ribbon)
{
    /// <summary>The one question of a request while the site is up: nothing is down, no endpoint either.</summary>
    public required bool IsQuiet { get; init; }
}
