namespace DownPage.AspNetCore.Answers;

/// <summary>
/// The answer as JSON. Where an end is known, its member <c>retryAfter</c> is the time that is left, so it is composed
/// anew each second that it is asked for.
/// </summary>
internal sealed class JsonBodies
{
    private readonly IReadOnlyList<LibraryPage> pages;
    private readonly AnswerFacts facts;
    private volatile Held held;

    public JsonBodies(IReadOnlyList<LibraryPage> pages, AnswerFacts facts, DateTimeOffset now)
    {
        this.pages = pages;
        this.facts = facts;
        held = Compose(now);
    }

    public BodySet At(DateTimeOffset now)
    {
        var known = held;
        if (facts.Until is null || known.Second == now.ToUnixTimeSeconds())
        {
            return known.Bodies;
        }

        return (held = Compose(now)).Bodies;
    }

    private Held Compose(DateTimeOffset now)
    {
        var secondsLeft = facts.SecondsLeft(now);
        var bodies = pages.Count > 0
            ? pages.Select(page => Compose(page, secondsLeft))
            : [AnswerBody.Raw("", null, ProblemComposer.Compose(default, facts, secondsLeft))];
        return new Held(now.ToUnixTimeSeconds(), new BodySet(bodies));
    }

    private AnswerBody Compose(LibraryPage page, long? secondsLeft)
        => facts.IsPlain && page.StatusCode == facts.StatusCode && page.RetryAfter == secondsLeft
            ? page.Body
            : AnswerBody.Raw("", page.Culture, ProblemComposer.Compose(page.Body.Content, facts, secondsLeft));

    private sealed record Held(long Second, BodySet Bodies);
}
