using DownPage.History;
using DownPage.Switching;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>Why nothing was changed, beside the form that was sent; focused: nobody has to look for it.</summary>
internal static class RefusalBox
{
    private const int PreconditionFailed = 412;

    /// <summary>Where no form is left to show it beside.</summary>
    public static Markup InState(PageModel model)
        => model.CanSwitch || model.IsRefusedInSchedule ? Markup.None : Of(model);

    public static Markup InSwitch(PageModel model) => model.IsRefusedInSchedule ? Markup.None : Of(model);

    public static Markup InSchedule(PageModel model) => model.IsRefusedInSchedule ? Of(model) : Markup.None;

    private static Markup Of(PageModel model)
        => model.Refusal is not { } refusal
            ? Markup.None
            : Markup.Of($"""
                <div class="note wrong" id="refusal" role="alert" tabindex="-1" autofocus>
                <p><strong>Nothing was changed.</strong></p>
                <ul>
                {Markup.Lines(refusal.Reasons.Select(reason => Markup.Of($"<li>{reason}</li>")))}
                </ul>
                {Meanwhile(model, refusal)}
                {Code(refusal)}
                </div>
                """);

    private static Markup Code(PageRefusal refusal)
        => refusal.Code is { } code ? Markup.Of($"""<p class="soft">{code}</p>""") : Markup.None;

    private static Markup Meanwhile(PageModel model, PageRefusal refusal)
    {
        if (refusal.StatusCode != PreconditionFailed)
        {
            return Markup.None;
        }

        var since = Since(model.History, model.Form.Revision);
        return since.Count == 0
            ? Markup.Of($"<p>The page now shows the new state. What you had typed is still there.</p>")
            : Markup.Of($"""
                <p>Meanwhile:</p>
                <ul>
                {Markup.Lines(since.Select(entry => Line(entry, model.Clock)))}
                </ul>
                <p>The page now shows the new state. What you had typed is still there.</p>
                """);
    }

    private static Markup Line(HistoryEntry entry, PageClock clock)
    {
        var reason = entry.Reason is { } why ? Markup.Of($": {PageText.Isolated(why)}") : Markup.None;
        return Markup.Of($"""
            <li>{HistoryWords.Action(entry)} by {PageText.Isolated(entry.Actor ?? "somebody")},
            {HistoryWords.Source(entry)}, {clock.Time(entry.At)}{reason}</li>
            """);
    }

    /// <summary>What came after the revision; only the youngest, where that is not known.</summary>
    private static IReadOnlyList<HistoryEntry> Since(IReadOnlyList<HistoryEntry> history, string? revision)
    {
        var later = history
            .TakeWhile(entry => !string.Equals(entry.Revision, revision, StringComparison.Ordinal))
            .ToArray();
        return later.Length < history.Count || revision == StateRevision.None ? later : [.. history.Take(1)];
    }
}
