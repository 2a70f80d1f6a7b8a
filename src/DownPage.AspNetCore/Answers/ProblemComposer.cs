using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.WebUtilities;

namespace DownPage.AspNetCore.Answers;

/// <summary>
/// The answer as problem details (RFC 9457): what the build wrote, with the state's own members in their places.
/// </summary>
internal static class ProblemComposer
{
    private static readonly JsonWriterOptions Readable =
        new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="problem">What the build wrote; empty: nothing.</param>
    /// <param name="facts">What is said.</param>
    /// <param name="secondsLeft">The member <c>retryAfter</c>. Null: none.</param>
    public static byte[] Compose(ReadOnlyMemory<byte> problem, AnswerFacts facts, long? secondsLeft)
    {
        try
        {
            using var document = Parse(problem);
            return Write(document, facts, secondsLeft);
        }
        catch (InvalidOperationException)
        {
            // A string with half a character, "\ud800": legal JSON, and no text.
            return Write(null, facts, secondsLeft);
        }
    }

    private static byte[] Write(JsonDocument? document, AnswerFacts facts, long? secondsLeft)
    {
        var written = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(written, Readable))
        {
            json.WriteStartObject();
            WriteTop(json, document?.RootElement, facts);
            WriteOwn(json, facts, secondsLeft);
            WriteOthers(json, document?.RootElement);
            json.WriteEndObject();
        }

        written.Write("\n"u8);
        return written.WrittenSpan.ToArray();
    }

    private static void WriteTop(Utf8JsonWriter json, JsonElement? problem, AnswerFacts facts)
    {
        json.WriteString("type", Text(problem, "type") ?? "about:blank");

        // The title goes with the status: "Service Unavailable" is none for a 500.
        var fits = problem is { } own && own.TryGetProperty("status", out var status)
            && status.ValueKind == JsonValueKind.Number && status.TryGetInt32(out var code) && code == facts.StatusCode;
        var phrase = ReasonPhrases.GetReasonPhrase(facts.StatusCode);
        if (((fits ? Text(problem, "title") : null) ?? phrase) is { Length: > 0 } title)
        {
            json.WriteString("title", title);
        }

        json.WriteNumber("status", facts.StatusCode);
        if ((facts.Message ?? Text(problem, "detail") ?? facts.Standard) is { } detail)
        {
            json.WriteString("detail", detail);
        }
    }

    private static void WriteOwn(Utf8JsonWriter json, AnswerFacts facts, long? secondsLeft)
    {
        if (facts.Reason is { } reason)
        {
            json.WriteString("reason", reason);
        }

        if (facts.Until is { } until)
        {
            json.WriteString("until", AnswerFacts.Iso(until));
        }

        if (secondsLeft is { } seconds)
        {
            json.WriteNumber("retryAfter", seconds);
        }
    }

    private static void WriteOthers(Utf8JsonWriter json, JsonElement? problem)
    {
        if (problem is not { } own)
        {
            return;
        }

        foreach (var member in own.EnumerateObject())
        {
            if (member.Name is not ("type" or "title" or "status" or "detail" or "reason" or "until" or "retryAfter"))
            {
                member.WriteTo(json);
            }
        }
    }

    private static string? Text(JsonElement? problem, string name)
        => problem is { } own && own.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;

    /// <summary>Null: it is no JSON object, and one is made instead.</summary>
    private static JsonDocument? Parse(ReadOnlyMemory<byte> problem)
    {
        try
        {
            var document = problem.IsEmpty ? null : JsonDocument.Parse(problem);
            if (document?.RootElement.ValueKind is null or JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
