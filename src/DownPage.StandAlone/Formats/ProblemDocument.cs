using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace DownPage.StandAlone.Formats;

/// <summary>
/// A page as problem details (RFC 9457). The type is <c>about:blank</c>, whose title is the status' own phrase; what the page
/// says is the detail.
/// </summary>
internal static class ProblemDocument
{
    public const string ContentType = "application/problem+json";

    private const int LongestDetail = 1_000;

    // The document stands alone, never within HTML: only what JSON itself forbids is escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="text">What the page says.</param>
    /// <param name="status">The status that it stands for.</param>
    /// <param name="retryAfterSeconds">Seconds after which a client may try again; null: unknown.</param>
    public static byte[] Write(PageText text, int status, int? retryAfterSeconds)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("type", "about:blank");
            if (ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase)
                writer.WriteString("title", phrase);
            writer.WriteNumber("status", status);
            if (Detail(text) is { Length: > 0 } detail)
                writer.WriteString("detail", detail);
            if (retryAfterSeconds is { } seconds)
                writer.WriteNumber("retryAfter", seconds);
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static string Detail(PageText text)
    {
        var lines = text.Lines.Select(line => line.StartsWith("- ", StringComparison.Ordinal) ? line[2..] : line)
            .Prepend(text.Title)
            .Where(line => line.Length > 0);
        return Cut(lines.Aggregate("", (before, line) => before.Length == 0 ? line : before + Separator(before) + line));
    }

    private static string Separator(string before) => char.IsPunctuation(before[^1]) ? " " : " – ";

    private static string Cut(string detail)
    {
        if (detail.Length <= LongestDetail)
            return detail;
        var space = detail.LastIndexOf(' ', LongestDetail - 2);
        var end = space > LongestDetail / 2 ? space : LongestDetail - 1;

        // Not between the halves of a character.
        return detail[..(char.IsHighSurrogate(detail[end - 1]) ? end - 1 : end)] + "…";
    }
}
