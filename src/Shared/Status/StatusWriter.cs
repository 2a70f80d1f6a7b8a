using System.Text.Json;
using DownPage.DownFile;

namespace DownPage.Status;

/// <summary>Writes a status for programs and people.</summary>
internal static class StatusWriter
{
    public static byte[] Write(StatusDocument status)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, JsonForm.Readable))
        {
            writer.WriteStartObject();
            var members = new JsonMemberWriter(writer, null);
            members.Number("version", 1);
            WriteState(members, status);
            WriteList(writer, members, "windows", status.Windows, WriteWindow);
            WriteList(writer, members, "nodes", status.Nodes, WriteNode);
            members.Text("problem", status.Problem);
            writer.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void WriteState(JsonMemberWriter members, StatusDocument status)
    {
        members.Flag("down", status.Down);
        members.Text("source", status.Source);
        members.Text("revision", status.Revision);
        members.Text("mode", status.Mode);
        members.Texts("scopes", status.Scopes.Count == 0 ? null : status.Scopes);
        members.Text("message", status.Message);
        members.Text("reason", status.Reason);
        members.Text("actor", status.Actor);
        members.Moment("since", status.Since);
        members.Moment("until", status.Until);
        members.Text("window", status.Window);
        members.Number("statusCode", status.StatusCode);
        members.Seconds("retryAfter", status.RetryAfter);
        members.Seconds("refresh", status.Refresh);
        members.Text("redirectTo", status.RedirectTo);
        members.Texts("allowNetworks", status.AllowNetworks.Count == 0 ? null : status.AllowNetworks);
    }

    private static void WriteList<T>(
        Utf8JsonWriter writer,
        JsonMemberWriter members,
        string name,
        IReadOnlyList<T> items,
        Action<Utf8JsonWriter, T> write)
    {
        members.Begin(name);
        writer.WriteStartArray();
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }

    public static void WriteWindow(Utf8JsonWriter writer, WindowStatus window)
    {
        writer.WriteStartObject();
        var members = new JsonMemberWriter(writer, null);
        members.Begin("definition");
        DownFileWriter.WriteWindow(writer, window.Definition);
        members.Flag("configured", window.IsConfigured);
        members.Flag("open", window.IsOpen);
        members.Moment("start", window.Start);
        members.Moment("end", window.End);
        writer.WriteEndObject();
    }

    public static void WriteNode(Utf8JsonWriter writer, NodeStatus node)
    {
        writer.WriteStartObject();
        var members = new JsonMemberWriter(writer, null);
        members.Text("name", node.Name);
        members.Text("revision", node.Revision);
        members.Flag("down", node.Down);
        members.Moment("seen", node.Seen);
        members.Text("problem", node.Problem);
        writer.WriteEndObject();
    }
}
