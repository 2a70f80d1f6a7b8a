using System.Text.Json;
using DownPage.DownFile;
using DownPage.History;
using DownPage.Status;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>Answers as JSON.</summary>
internal static class OperatorJson
{
    public const string Json = "application/json";
    public const string ProblemJson = "application/problem+json";

    /// <param name="status">What holds.</param>
    /// <param name="statusCode">200, or 201 with a place.</param>
    /// <param name="location">Of what was made.</param>
    public static OperatorAnswer Answer(StatusDocument status, int statusCode = 200, string? location = null)
        => new(statusCode, Json, StatusWriter.Write(status), TagOf(status), location);

    public static OperatorAnswer Answer(IReadOnlyList<HistoryEntry> entries)
        => new(200, Json, List("entries", entries, HistoryLine.Write), null, null);

    /// <summary>The windows alone; their revision is that of all that is written.</summary>
    public static OperatorAnswer Windows(StatusDocument status)
        => new(200, Json, List("windows", status.Windows, StatusWriter.WriteWindow), TagOf(status), null);

    /// <param name="problem">What is wrong.</param>
    /// <param name="current">What holds, where the caller thought that something else does.</param>
    public static OperatorAnswer Answer(OperatorProblem problem, StatusDocument? current = null) => new(
        problem.StatusCode,
        ProblemJson,
        Bytes(writer =>
        {
            var members = new JsonMemberWriter(writer, null);
            members.Text("title", problem.Title);
            members.Number("status", problem.StatusCode);
            members.Text("code", problem.Code);
            members.Text("detail", problem.Detail);
            members.Texts("errors", problem.Errors.Count == 0 ? null : problem.Errors);
            if (current is not null)
            {
                members.Begin("current");
                writer.WriteRawValue(StatusWriter.Write(current));
            }
        }),
        current is null ? null : TagOf(current),
        null);

    private static string TagOf(StatusDocument status) => $"\"{status.Revision}\"";

    private static byte[] List<T>(string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
        => Bytes(writer =>
        {
            writer.WriteStartArray(name);
            foreach (var item in items)
            {
                write(writer, item);
            }

            writer.WriteEndArray();
        });

    private static byte[] Bytes(Action<Utf8JsonWriter> members)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, JsonForm.Readable))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }
}
