namespace DownPage.AspNetCore.Answers;

/// <summary>An answer in all its forms and languages, with one message.</summary>
internal sealed class Composition
{
    private readonly BodySet html;
    private readonly BodySet text;
    private readonly JsonBodies json;

    public Composition(PageFamily family, AnswerFacts facts, DateTimeOffset now)
    {
        var slots = new PageSlots(facts);
        var pages = family.In(AnswerFormat.Html);
        html = new BodySet((pages.Count > 0 ? pages : PageFamily.BuiltIn.In(AnswerFormat.Html))
            .Select(page => Html(page, slots)));
        json = new JsonBodies(family.In(AnswerFormat.Json), facts, now);
        var texts = family.In(AnswerFormat.Text);
        text = new BodySet(texts.Count > 0
            ? texts.Select(page => Text(page, facts))
            : [AnswerBody.Made(AnswerBody.PlainText, null, TextComposer.Compose([], facts))]);
        Short = AnswerBody.Raw(AnswerBody.PlainText, null, TextComposer.Short(facts));
        GrpcMessage = Answers.GrpcMessage.Encode(facts.Message ?? facts.Reason ?? facts.Standard ?? "");
    }

    /// <summary>A line of text, for what nobody looks at.</summary>
    public AnswerBody Short { get; }

    /// <summary>Percent-encoded.</summary>
    public string GrpcMessage { get; }

    public BodySet In(AnswerFormat format, DateTimeOffset now) => format switch
    {
        AnswerFormat.Html => html,
        AnswerFormat.Json => json.At(now),
        _ => text,
    };

    private static AnswerBody Html(LibraryPage page, PageSlots slots)
        => page.IsOpen && HtmlComposer.Compose(page.Body.Content, slots) is { } composed
            ? AnswerBody.Made(page.Body.ContentType, page.Culture, composed)
            : page.Body;

    private static AnswerBody Text(LibraryPage page, AnswerFacts facts)
        => facts.IsPlain || !page.IsOpen
            ? page.Body
            : AnswerBody.Made(page.Body.ContentType, page.Culture, TextComposer.Compose(page.Body.Content, facts));
}
