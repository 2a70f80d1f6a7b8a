using System.Text;
using System.Text.Json;
using DownPage.DownFile;
using DownPage.History;
using DownPage.Status;

namespace DownPage.Tool.Output;

/// <summary>Results for scripts.</summary>
internal static class JsonOutput
{
    public static void Write(TextWriter writer, StatusDocument status)
        => writer.Write(Encoding.UTF8.GetString(StatusWriter.Write(status)));

    /// <summary><c>{"entries":[...]}</c>, as the endpoint has it.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<HistoryEntry> entries)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonForm.Readable))
        {
            json.WriteStartObject();
            json.WriteStartArray("entries");
            foreach (var entry in entries)
            {
                HistoryLine.Write(json, entry);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        writer.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }
}
