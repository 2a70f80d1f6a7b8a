using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DownPage.Schedule;

namespace DownPage.DownFile;

/// <summary>
/// Writes a down file for people to read: indented, its members always in the same order, those that nobody knows last.
/// </summary>
internal static class DownFileWriter
{
    public static byte[] Write(DownFileDocument document)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, JsonForm.Readable))
        {
            var members = new JsonMemberWriter(writer, document.Unknown);
            writer.WriteStartObject();
            members.Number("version", document.Unknown?.ContainsKey("version") == true ? null : 1);
            members.Flag("down", document.Down);
            WriteWhat(members, document);
            WriteAnswer(members, document);
            WriteBypass(writer, members, document);
            WriteWindows(writer, members, document);
            members.Rest();
            writer.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void WriteWhat(JsonMemberWriter members, DownFileDocument document)
    {
        members.Text("mode", document.Mode);
        members.Texts("scopes", document.Scopes);
        members.Text("message", document.Message);
        members.Text("reason", document.Reason);
        members.Text("actor", document.Actor);
        members.Moment("since", document.Since);
        members.Moment("until", document.Until);
        members.Moment("liftedAt", document.LiftedAt);
    }

    private static void WriteAnswer(JsonMemberWriter members, DownFileDocument document)
    {
        members.Number("statusCode", document.StatusCode);
        members.Seconds("retryAfter", document.RetryAfter);
        members.Seconds("refresh", document.Refresh);
        members.Text("redirectTo", document.RedirectTo);
        members.Texts("allowNetworks", document.AllowNetworks);
    }

    private static void WriteBypass(Utf8JsonWriter writer, JsonMemberWriter members, DownFileDocument document)
    {
        if (document.BypassSecretHash is null && document.BypassGeneration is null)
        {
            return;
        }

        members.Begin("bypass");
        var bypass = new JsonMemberWriter(writer, document.Unknown?["bypass"] as JsonObject);
        writer.WriteStartObject();
        bypass.Text("secretHash", document.BypassSecretHash);
        bypass.Number("generation", document.BypassGeneration);
        bypass.Rest();
        writer.WriteEndObject();
    }

    private static void WriteWindows(Utf8JsonWriter writer, JsonMemberWriter members, DownFileDocument document)
    {
        if (document.Windows.Count == 0)
        {
            return;
        }

        members.Begin("windows");
        writer.WriteStartArray();
        foreach (var window in document.Windows)
        {
            WriteWindow(writer, window);
        }

        // Those that could not be read.
        foreach (var window in document.Unknown?["windows"] as JsonArray ?? [])
        {
            JsonMemberWriter.Write(writer, window);
        }

        writer.WriteEndArray();
    }

    public static void WriteWindow(Utf8JsonWriter writer, WindowDefinition window)
    {
        var members = new JsonMemberWriter(writer, window.Unknown);
        writer.WriteStartObject();
        members.Text("name", window.Name);
        members.Text("start", window.Start);
        members.Text("end", window.End);
        members.Texts("days", window.Days.Count == 0 ? null : [.. window.Days.Select(NameOf)]);
        members.Numbers("daysOfMonth", window.DaysOfMonth.Count == 0 ? null : window.DaysOfMonth);
        members.Text("time", window.Time is { } time ? TextOf(time) : null);
        members.Text("duration", window.Duration is { } duration ? DurationText.Format(duration) : null);
        members.Text("timeZone", window.TimeZone);
        members.Text("announce", window.Announce is { } announce ? DurationText.Format(announce) : null);
        members.Text("message", window.Message);
        members.Text("mode", window.Mode);
        members.Texts("scopes", window.Scopes.Count == 0 ? null : window.Scopes);
        members.Rest();
        writer.WriteEndObject();
    }

    private static string NameOf(DayOfWeek day) => day.ToString().ToLowerInvariant();

    private static string TextOf(TimeOnly time)
        => time.ToString(
            time.Ticks % TimeSpan.TicksPerMinute == 0 ? "HH:mm" : "HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
}
