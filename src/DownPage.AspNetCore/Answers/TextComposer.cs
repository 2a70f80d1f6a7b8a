using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace DownPage.AspNetCore.Answers;

/// <summary>The answer as plain text, in UTF-8: what the build wrote, and the state's lines below.</summary>
internal static class TextComposer
{
    /// <param name="page">What the build wrote; empty: nothing.</param>
    /// <param name="facts">What is said.</param>
    public static byte[] Compose(ReadOnlySpan<byte> page, AnswerFacts facts)
    {
        var heading = page.IsEmpty
            ? ReasonPhrases.GetReasonPhrase(facts.StatusCode)
            : Encoding.UTF8.GetString(page).TrimEnd();
        var message = facts.Message ?? (page.IsEmpty ? facts.Standard : null);
        var lines = new[]
        {
            facts.Reason is { } reason ? $"Reason: {reason}" : null,
            facts.Until is { } until ? $"Until: {AnswerFacts.Iso(until)}" : null,
        };
        var blocks = new[] { heading, message, string.Join('\n', lines.OfType<string>()) };
        return Encoding.UTF8.GetBytes(string.Join("\n\n", blocks.Where(block => !string.IsNullOrEmpty(block))) + "\n");
    }

    /// <summary>A line or two for what nobody looks at: images, scripts, WebSockets.</summary>
    public static byte[] Short(AnswerFacts facts)
    {
        var text = facts.Message ?? facts.Standard ?? ReasonPhrases.GetReasonPhrase(facts.StatusCode);
        return Encoding.UTF8.GetBytes(text + "\n");
    }
}
