using System.Text.Json;
using DownPage.DownFile;

namespace DownPage.History;

/// <summary>An entry as a line of JSON.</summary>
internal static class HistoryLine
{
    private const int LongestText = 2000;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(36500);

    /// <summary>The line, with its end.</summary>
    public static byte[] Write(HistoryEntry entry)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, JsonForm.Compact))
        {
            Write(writer, entry);
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    public static void Write(Utf8JsonWriter writer, HistoryEntry entry)
    {
        var members = new JsonMemberWriter(writer, null);
        writer.WriteStartObject();
        members.Moment("at", entry.At);
        members.Text("action", entry.Action);
        members.Text("source", entry.Source);
        members.Text("actor", entry.Actor);
        members.Text("reason", entry.Reason);
        members.Text("machine", entry.Machine);
        members.Text("mode", entry.Mode);
        members.Texts("scopes", entry.Scopes);
        members.Text("message", entry.Message);
        members.Moment("until", entry.Until);
        members.Text("window", entry.Window);
        members.Seconds("downFor", entry.DownFor);
        members.Text("revision", entry.Revision);
        writer.WriteEndObject();
    }

    /// <summary>The entry of a line; null: the line is torn, or none of ours.</summary>
    public static HistoryEntry? Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static HistoryEntry? Read(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var members = new JsonMembers(line, "", []);
        return members.Moment("at") is { } at
            && members.Text("action", LongestText) is { } action
            && members.Text("source", LongestText) is { } source
            ? new HistoryEntry
            {
                At = at,
                Action = action,
                Source = source,
                Actor = members.Text("actor", LongestText),
                Reason = members.Text("reason", LongestText),
                Machine = members.Text("machine", LongestText),
                Mode = members.Text("mode", LongestText),
                Scopes = members.Items("scopes", JsonText.Of, "a text"),
                Message = members.Text("message", LongestText),
                Until = members.Moment("until"),
                Window = members.Text("window", LongestText),
                DownFor = members.Duration("downFor", TimeSpan.Zero, Longest),
                Revision = members.Text("revision", LongestText),
            }
            : null;
    }
}
