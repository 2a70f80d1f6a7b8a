using System.Text.Json;
using DownPage.AspNetCore.Endpoints;

namespace DownPage.AspNetCore.Commands;

/// <summary>What the command is told.</summary>
/// <param name="Answer">The endpoint's answer. Null: the app could not come so far.</param>
/// <param name="Failure">Why not. Null: it could.</param>
internal sealed record CommandAnswer(OperatorAnswer? Answer, string? Failure)
{
    /// <summary>Written beside and renamed: a file of the name is a whole answer.</summary>
    public static void Write(string path, CommandAnswer answer)
    {
        var beside = path + ".part";
        File.WriteAllBytes(beside, answer.Json());
        File.Move(beside, path, overwrite: true);
    }

    private byte[] Json()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            if (Failure is not null)
            {
                writer.WriteString("failure", Failure);
            }

            if (Answer is { } answer)
            {
                writer.WriteNumber("status", answer.StatusCode);
                writer.WriteString("contentType", answer.ContentType);
                writer.WriteBase64String("body", answer.Body.Span);
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
