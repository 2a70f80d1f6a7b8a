using System.Text;
using System.Text.Json;
using DownPage.DownFile;

namespace DownPage.Tool.Config;

/// <summary>What was written, for scripts.</summary>
internal static class ConfigJson
{
    public static void Write(TextWriter writer, IReadOnlyList<ConfigPlan> plans)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonForm.Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteStartArray("files");
            foreach (var plan in plans)
            {
                json.WriteStartObject();
                json.WriteString("server", plan.File.Path.Split('/')[0]);
                json.WriteString("path", plan.Path);
                json.WriteNumber("bytes", plan.File.Content.Length);
                json.WriteBoolean("changed", !plan.IsUnchanged);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        writer.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
