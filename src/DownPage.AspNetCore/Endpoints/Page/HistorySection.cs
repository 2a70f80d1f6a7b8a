using DownPage.History;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>Who changed what, when and why.</summary>
internal static class HistorySection
{
    public const int Most = 50;

    public static Markup Of(PageModel model) => Markup.Of($"""
        <section class="card" id="history" aria-labelledby="history-title">
        <h2 id="history-title">History</h2>
        {Body(model)}
        </section>
        """);

    private static Markup Body(PageModel model)
    {
        if (model.HistoryProblem is { } problem)
        {
            return Markup.Of($"""<p class="note wrong"><strong>It cannot be read:</strong> {problem}</p>""");
        }

        return model.History.Count == 0
            ? Markup.Of($"""<p class="soft">Nobody has changed anything yet.</p>""")
            : Table(model);
    }

    private static Markup Table(PageModel model) => Markup.Of($"""
        <div class="scroll" role="region" aria-labelledby="history-caption" tabindex="0">
        <table>
        <caption id="history-caption">The last {Most} changes at most, the youngest first</caption>
        <thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Who</th>
        <th scope="col">Why</th><th scope="col">Down for</th></tr></thead>
        <tbody>
        {Markup.Lines(model.History.Take(Most).Select(entry => Row(entry, model.Clock)))}
        </tbody>
        </table>
        </div>
        """);

    private static Markup Row(HistoryEntry entry, PageClock clock) => Markup.Of($"""
        <tr><td>{clock.ExactTime(entry.At)}</td>
        <th scope="row">{HistoryWords.Action(entry)}{Until(entry)}</th>
        <td>{PageText.Isolated(entry.Actor ?? "not said")} <span class="soft">{HistoryWords.Source(entry)}</span></td>
        <td>{Why(entry)}</td>
        <td>{(entry.DownFor is { } span ? SpanWords.Of(span) : "")}</td></tr>
        """);

    private static Markup Until(HistoryEntry entry)
        => entry.Until is { } until
            ? Markup.Of($""" <span class="soft">until {PageClock.Moment(until)}</span>""")
            : Markup.None;

    private static Markup Why(HistoryEntry entry)
    {
        var reason = entry.Reason is { } why ? PageText.Isolated(why) : Markup.None;
        return entry.Message is { } message
            ? Markup.Of($"""{reason} <span class="soft message" dir="auto">“{message}”</span>""")
            : reason;
    }
}
