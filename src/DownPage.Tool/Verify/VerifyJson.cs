using System.Text;
using System.Text.Json;
using DownPage.DownFile;

namespace DownPage.Tool.Verify;

/// <summary>A report for scripts.</summary>
internal static class VerifyJson
{
    public static void Write(TextWriter writer, VerifyReport report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonForm.Readable))
        {
            var members = new JsonMemberWriter(json, null);
            json.WriteStartObject();
            members.Number("version", 1);
            members.Text("result", report.Differs ? "differs" : "ok");
            members.Text("address", report.Address.ToString());
            members.Number("statusCode", report.StatusCode);
            members.Text("server", report.Server);
            members.Text("manifest", report.Manifest);
            json.WriteStartArray("checks");
            foreach (var check in report.Checks)
            {
                Write(json, check);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        writer.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void Write(Utf8JsonWriter json, Check check)
    {
        var members = new JsonMemberWriter(json, null);
        json.WriteStartObject();
        members.Text("name", check.Name);
        members.Text("of", check.Of);
        members.Text("result", check.Result switch
        {
            CheckResult.Ok => "ok",
            CheckResult.Differs => "differs",
            _ => "skipped",
        });
        members.Text("expected", check.Expected);
        members.Text("got", check.Got);
        members.Text("detail", check.Detail);
        json.WriteEndObject();
    }
}
