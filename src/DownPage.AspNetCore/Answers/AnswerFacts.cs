using System.Globalization;
using System.Text;

namespace DownPage.AspNetCore.Answers;

/// <summary>What an answer says besides the page: of the state, made safe to be said.</summary>
internal sealed record AnswerFacts
{
    private const int LongestMessage = 2_000;
    private const int LongestReason = 200;

    public required int StatusCode { get; init; }

    public string? Message { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }

    /// <summary>For how long clients wait where no end is known. Null: not said.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>What is said where nobody says anything. Null: nothing.</summary>
    public string? Standard { get; init; }

    /// <summary>Whether there is nothing that a page of the build does not say already.</summary>
    public bool IsPlain => (Message ?? Reason) is null && Until is null;

    public AnswerFacts With(string? message) => this with { Message = Clean(message, LongestMessage) };

    /// <param name="state">What holds: valid, but for what a hand may have written into the down file.</param>
    /// <param name="options">What holds where the site is up, and only an endpoint is down.</param>
    public static AnswerFacts Of(MaintenanceState state, MaintenanceModeOptions options)
    {
        var statusCode = state.IsDown ? state.StatusCode : options.StatusCode;
        var delay = state.IsDown ? state.RetryAfter : options.RetryAfter;
        return new AnswerFacts
        {
            StatusCode = AnswerRules.IsStatusCode(statusCode) ? statusCode : 503,
            Message = Clean(state.Message, LongestMessage),
            Reason = Clean(state.Reason, LongestReason),
            Since = state.Since,
            Until = state.Until,
            Delay = delay > TimeSpan.Zero
                ? TimeSpan.FromTicks(Math.Min(delay.Value.Ticks, AnswerRules.LongestDelay.Ticks))
                : null,
            Standard = state is { IsDown: true, Mode: MaintenanceKind.ReadOnly }
                ? "The site can be read for now, but nothing can be changed: maintenance is going on."
                : "The site is down for maintenance.",
        };
    }

    /// <summary>The seconds until clients may try again. Null: not said.</summary>
    public long? SecondsLeft(DateTimeOffset now)
        => (Until is { } end ? end - now : Delay) is { } left
            ? Math.Max(1, (long)Math.Ceiling(left.TotalSeconds))
            : null;

    /// <summary>As ISO 8601, in UTC.</summary>
    public static string Iso(DateTimeOffset moment)
        => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>For readers of any language.</summary>
    public static string Readable(DateTimeOffset moment)
        => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>
    /// Without control characters and halves of characters, which no form can carry; null where nothing is left.
    /// </summary>
    private static string? Clean(string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var end = char.IsHighSurrogate(text[Math.Min(longest, text.Length) - 1]) ? longest - 1 : longest;
        var cut = text.Length <= longest ? text : text[..end];
        var shown = cut.ReplaceLineEndings("\n").Where(letter => letter is '\n' or '\t' || !char.IsControl(letter));
        var clean = string.Concat(shown).Trim();
        return clean.Length > 0 ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(clean)) : null;
    }
}
