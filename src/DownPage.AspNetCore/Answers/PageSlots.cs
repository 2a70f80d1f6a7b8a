using System.Globalization;
using System.Text.Encodings.Web;

namespace DownPage.AspNetCore.Answers;

/// <summary>
/// What goes into the elements of a page that have the attribute <c>data-downpage</c>: <c>message</c>, <c>reason</c>,
/// <c>until</c> and <c>since</c> (a moment in UTC), <c>retry-after</c> (whole minutes; only where no end is known,
/// since a number would grow old).
/// </summary>
internal sealed class PageSlots(AnswerFacts facts)
{
    public bool HasMessage => facts.Message is not null;

    /// <summary>ASCII, as HTML; null: the element stays as the page has it.</summary>
    /// <param name="slot">The attribute's value.</param>
    /// <param name="lines">Whether line breaks may be elements.</param>
    public string? Content(string slot, bool lines) => slot switch
    {
        "message" => Encode(facts.Message, lines),
        "reason" => Encode(facts.Reason, lines),
        "until" => facts.Until is { } end ? AnswerFacts.Readable(end) : null,
        "since" => facts.Since is { } begin ? AnswerFacts.Readable(begin) : null,
        "retry-after" when facts.Until is null && facts.Delay is { } delay
            => Math.Ceiling(delay.TotalMinutes).ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>For the attribute <c>datetime</c>; null: the slot is no moment.</summary>
    public string? Moment(string slot) => slot switch
    {
        "until" when facts.Until is { } end => AnswerFacts.Iso(end),
        "since" when facts.Since is { } begin => AnswerFacts.Iso(begin),
        _ => null,
    };

    /// <summary>What is put into a page that has no place for the message.</summary>
    public string OwnMessage()
        => $"""<p data-downpage="message" role="status">{Encode(facts.Message, lines: true)}</p>""";

    // The framework's encoder writes all that is not ASCII as references, so it fits pages of every encoding.
    private static string? Encode(string? text, bool lines)
        => text is null ? null : string.Join(lines ? "<br>" : " ", text.Split('\n').Select(HtmlEncoder.Default.Encode));
}
