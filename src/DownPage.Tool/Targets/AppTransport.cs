using System.Text;
using System.Text.Json;

namespace DownPage.Tool.Targets;

/// <summary>
/// The endpoint inside the app, which is started for one request, answers as soon as its services are built, and ends:
/// so that the app's own settings say where its state is. No server starts.
/// </summary>
/// <param name="folder">Of the published app.</param>
/// <param name="user">Who types.</param>
/// <param name="timeout">How long the app may take to answer.</param>
internal sealed class AppTransport(string folder, string user, TimeSpan timeout) : IOperatorTransport
{
    private readonly AppProgram program = AppProgram.Find(folder);

    public string Name => $"the app in '{folder}'";

    public async Task<EndpointReply> SendAsync(EndpointRequest request, CancellationToken cancellationToken)
    {
        // Only this user may look into it: the request says who asks, and nobody checks that.
        var exchange = Directory.CreateTempSubdirectory("downpage-");
        try
        {
            var file = Path.Combine(exchange.FullName, "request.json");
            var answer = Path.Combine(exchange.FullName, "answer.json");
            await File.WriteAllBytesAsync(file, Write(request, answer), cancellationToken);
            using var run = new AppRun(program, folder, file);
            await run.WaitAsync(answer, timeout, cancellationToken);
            return Read(answer, run);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(
                DiagnosticCodes.AppGaveNoAnswer,
                $"'{exchange.FullName}', where the app's answer belongs, cannot be used: {failed.Message}");
        }
        finally
        {
            TryDelete(exchange);
        }
    }

    public void Dispose()
    {
    }

    private byte[] Write(EndpointRequest request, string answer)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("method", request.Method);
            writer.WriteString("path", request.Path);
            writer.WriteString("ifMatch", request.IfMatch);
            writer.WriteString("ifNoneMatch", request.IfNoneMatch);
            writer.WriteString("body", request.Body is { } body ? Encoding.UTF8.GetString(body) : null);
            writer.WriteString("user", user);
            writer.WriteString("answer", answer);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static EndpointReply Read(string answer, AppRun run)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(answer));
            var root = document.RootElement;
            if (root.TryGetProperty("failure", out var failure))
            {
                throw run.NoAnswer($"The app's settings or services do not let it answer. {failure.GetString()}.");
            }

            return new EndpointReply(
                root.GetProperty("status").GetInt32(),
                root.GetProperty("contentType").GetString()?.Split(';')[0].Trim(),
                root.GetProperty("body").GetBytesFromBase64());
        }
        catch (Exception wrong) when (
            wrong is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw run.NoAnswer($"The app's answer cannot be read: {wrong.Message}");
        }
    }

    private static void TryDelete(DirectoryInfo exchange)
    {
        try
        {
            exchange.Delete(recursive: true);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            // What is left is small, this user's alone, and cleaned away with other temporary files.
        }
    }
}
