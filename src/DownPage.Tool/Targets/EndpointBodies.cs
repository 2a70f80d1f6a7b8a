using System.Text.Json;
using DownPage.DownFile;
using DownPage.Schedule;
using DownPage.Status;
using DownPage.Switching;

namespace DownPage.Tool.Targets;

/// <summary>What is asked for, as the endpoint reads it.</summary>
internal static class EndpointBodies
{
    public static byte[] Down(DownOrder order, ChangeOrigin origin) => Write(members =>
    {
        members.Text("mode", order.Mode);
        members.Texts("scopes", order.Scopes);
        members.Text("message", order.Message);
        members.Moment("until", order.Forever ? null : order.Until);
        if (order.Forever)
        {
            members.Flag("forever", true);
        }

        members.Number("statusCode", order.StatusCode);
        members.Seconds("retryAfter", order.RetryAfter);
        members.Seconds("refresh", order.Refresh);
        members.Text("redirectTo", order.RedirectTo);
        members.Texts("allowNetworks", order.AllowNetworks);
        members.Text("bypassSecretHash", order.BypassSecretHash);
        WriteOrigin(members, origin);
    });

    /// <summary>What held before, asked for once more.</summary>
    public static byte[] Again(StatusDocument status, ChangeOrigin origin) => Down(
        new DownOrder
        {
            Mode = status.Mode,
            Scopes = status.Scopes.Count == 0 ? null : status.Scopes,
            Message = status.Message,
            Until = status.Until,
            Forever = status.Until is null,
            StatusCode = status.StatusCode,
            RetryAfter = status.RetryAfter,
            Refresh = status.Refresh,
            RedirectTo = status.RedirectTo,
            AllowNetworks = status.AllowNetworks.Count == 0 ? null : status.AllowNetworks,
        },
        origin with { Actor = status.Actor ?? origin.Actor, Reason = status.Reason ?? origin.Reason });

    public static byte[] Extend(TimeSpan by, ChangeOrigin origin) => Write(members =>
    {
        members.Text("extend", DurationText.Format(by));
        WriteOrigin(members, origin);
    });

    public static byte[] Origin(ChangeOrigin origin) => Write(members => WriteOrigin(members, origin));

    public static byte[] Window(WindowDefinition window, ChangeOrigin origin)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, JsonForm.Compact))
        {
            DownFileWriter.WriteWindow(writer, window);
        }

        // Who adds it, and why, stand beside what it is.
        using var written = JsonDocument.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
        return Write((writer, members) =>
        {
            foreach (var member in written.RootElement.EnumerateObject())
            {
                member.WriteTo(writer);
            }

            WriteOrigin(members, origin);
        });
    }

    private static byte[] Write(Action<JsonMemberWriter> write) => Write((_, members) => write(members));

    private static byte[] Write(Action<Utf8JsonWriter, JsonMemberWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, JsonForm.Compact))
        {
            writer.WriteStartObject();
            write(writer, new JsonMemberWriter(writer, null));
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void WriteOrigin(JsonMemberWriter members, ChangeOrigin origin)
    {
        members.Text("reason", origin.Reason);
        members.Text("actor", origin.Actor);
    }
}
