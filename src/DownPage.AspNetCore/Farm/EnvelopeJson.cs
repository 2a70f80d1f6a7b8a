using System.Text;
using System.Text.Json;
using DownPage.DownFile;

namespace DownPage.AspNetCore.Farm;

/// <summary>An envelope as it is written.</summary>
internal static class EnvelopeJson
{
    /// <summary>The largest value that a store has to take.</summary>
    public const int MaximumBytes = 256 * 1024;

    private const int LongestId = 100;

    // Beyond it a number written by a fault would leave no room for the next.
    private const long HighestRevision = 1L << 53;

    public static byte[] Write(SharedEnvelope envelope)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, JsonForm.Compact))
        {
            writer.WriteStartObject();
            writer.WriteNumber("revision", envelope.Revision);
            writer.WriteString("id", envelope.Id);
            writer.WriteStartArray("ancestors");
            foreach (var ancestor in envelope.Ancestors)
            {
                writer.WriteStringValue(ancestor);
            }

            writer.WriteEndArray();
            writer.WritePropertyName("state");
            if (envelope.State is { } state)
            {
                writer.WriteRawValue(DownFileWriter.Write(state));
            }
            else
            {
                writer.WriteNullValue();
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <exception cref="FormatException">It is none.</exception>
    public static SharedEnvelope Read(ReadOnlyMemory<byte> value)
    {
        try
        {
            using var document = JsonDocument.Parse(value);
            return Read(document.RootElement);
        }
        catch (JsonException wrong)
        {
            throw new FormatException("it is no JSON: " + wrong.Message, wrong);
        }
    }

    private static SharedEnvelope Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("it holds JSON, but no object");
        }

        if (!root.TryGetProperty("revision", out var number) || number.ValueKind != JsonValueKind.Number
            || !number.TryGetInt64(out var revision) || revision is < 1 or > HighestRevision)
        {
            throw new FormatException("its revision is no whole number from 1 on");
        }

        if (!root.TryGetProperty("id", out var name) || JsonText.Of(name) is not { Length: > 0 and <= LongestId } id)
        {
            throw new FormatException("it has no id");
        }

        var ancestors = root.TryGetProperty("ancestors", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(JsonText.Of).OfType<string>().Take(SharedEnvelope.MostAncestors).ToArray()
            : [];
        var state = StateOf(root);
        return new SharedEnvelope(revision, id, ancestors, state?.Document) { Warnings = state?.Warnings ?? [] };
    }

    private static DownFileReading? StateOf(JsonElement root)
    {
        if (!root.TryGetProperty("state", out var state))
        {
            throw new FormatException("it has no state");
        }

        if (state.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        // Not by its text: an object is needed here, where a file may be empty.
        var reading = state.ValueKind == JsonValueKind.Object
            ? DownFileReader.Read(Encoding.UTF8.GetBytes(state.GetRawText()))
            : DownFileReading.Failed("it is neither an object nor null");
        return reading.Failure is { } failure
            ? throw new FormatException("its state cannot be read: " + failure)
            : reading;
    }
}
