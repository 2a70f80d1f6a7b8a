using DownPage.Status;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>What holds, who decided it, since when and until when.</summary>
internal static class StateSection
{
    public static Markup Of(PageModel model) => Markup.Of($"""
        <section class="card state" id="state" aria-labelledby="state-title">
        <h1 id="state-title">{StateWords.Headline(model.Status, model.Clock)}</h1>
        <p class="lead">{StateWords.Effect(model.Status)}</p>
        {Markup.Lines(Notice(model), Problem(model.Status), StrongerSource.Of(model), RefusalBox.InState(model))}
        <dl>
        {Markup.Lines(Facts(model.Status, model.Clock))}
        </dl>
        </section>
        """);

    private static Markup Notice(PageModel model)
        => NoticeWords.Of(model.Done, model.Status) is { } words
            ? Markup.Of($"""<p class="note done" role="status">{words}</p>""")
            : Markup.None;

    private static Markup Problem(StatusDocument status)
        => status.Problem is { } problem
            ? Markup.Of($"""<p class="note wrong"><strong>Somebody should look at this:</strong> {problem}</p>""")
            : Markup.None;

    private static IEnumerable<Markup> Facts(StatusDocument status, PageClock clock)
    {
        yield return Fact("Decided by", StateWords.Source(status));
        yield return Fact("Since", status.Since is { } since ? clock.Time(since) : Markup.None);
        yield return Fact("By", OfText(status.Actor));
        yield return Fact("Why", OfText(status.Reason));
        yield return Fact("Until", Until(status, clock));
        if (!status.Down)
        {
            yield return Fact("Next window", NextWindow(status, clock));
            yield break;
        }

        yield return Fact("Message", status.Message is { } message
            ? Markup.Of($"""<span class="message" dir="auto">{message}</span>""")
            : Markup.Of($"the page as it was made"));
        yield return Fact("Shut", PageText.List(status.Scopes));
        yield return Fact("Passing", PageText.List(status.AllowNetworks));
        yield return Fact("Answer", Answer(status));
    }

    private static Markup Until(StatusDocument status, PageClock clock)
        => status.Until is { } until ? clock.Time(until)
            : status.Down ? Markup.Of($"until somebody ends it")
            : Markup.None;

    private static Markup NextWindow(StatusDocument status, PageClock clock)
    {
        var next = status.Windows.Where(window => window.Start > clock.Now).MinBy(window => window.Start);
        return next is { Start: { } start }
            ? Markup.Of($"{PageText.Isolated(next.Definition.Name)}, {clock.TimeIn(start, next.Definition.TimeZone)}")
            : Markup.None;
    }

    private static Markup Answer(StatusDocument status)
    {
        if (status.RedirectTo is { } target)
        {
            return Markup.Of($"sent to {PageText.Isolated(target)}");
        }

        var retry = status is { Until: null, RetryAfter: { } delay } ? $", come back in {SpanWords.Of(delay)}" : "";
        return Markup.Of($"status {status.StatusCode ?? 503}{retry}");
    }

    private static Markup OfText(string? text) => text is null ? Markup.None : PageText.Isolated(text);

    private static Markup Fact(string name, Markup value)
        => value.IsEmpty ? Markup.None : Markup.Of($"<div><dt>{name}</dt><dd>{value}</dd></div>");
}
