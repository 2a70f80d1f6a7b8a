using System.Globalization;
using System.Text;
using System.Text.Json;
using DownPage.History;
using DownPage.Status;

namespace DownPage.Tool.Targets;

/// <summary>What the endpoint's answers mean; each other answer becomes a message that says what to do.</summary>
internal static class EndpointAnswers
{
    private const int LongestQuote = 120;

    /// <exception cref="ToolException">It is no status.</exception>
    public static StatusDocument Status(string name, EndpointReply reply)
        => Read(name, reply, () => StatusReader.Read(reply.Body));

    /// <exception cref="ToolException">It is no history.</exception>
    public static IReadOnlyList<HistoryEntry> History(string name, EndpointReply reply)
        => Read(name, reply, () => reply.Read(Entries));

    private static T Read<T>(string name, EndpointReply reply, Func<T> read)
    {
        if (!reply.IsSuccess || !reply.IsJson)
        {
            throw Refusal(name, reply);
        }

        try
        {
            return read();
        }
        catch (FormatException wrong)
        {
            throw NotOurs(name, reply, $"JSON that is not of the endpoint. {wrong.Message}");
        }
    }

    private static IReadOnlyList<HistoryEntry> Entries(JsonElement root)
        => root.ValueKind == JsonValueKind.Object && root.TryGetProperty("entries", out var entries)
            && entries.ValueKind == JsonValueKind.Array
            ? [.. entries.EnumerateArray().Select(HistoryLine.Read).OfType<HistoryEntry>()]
            : throw new FormatException("It has no 'entries'.");

    private static ToolException Refusal(string name, EndpointReply reply) => reply switch
    {
        { StatusCode: 401 or 403 } => Unauthorized(name, reply),
        { StatusCode: 412, Problem: { } problem } => new ToolException(
            DiagnosticCodes.StateChangedMeanwhile, $"{name} refuses ({problem.Code}): {problem.Detail}"),
        { Problem: { } problem } => Refused(name, problem, reply.RetryAfter),
        { StatusCode: >= 300 and < 400 } => Redirected(name, reply),
        { StatusCode: 404 or 405 } => NotOurs(
            name, reply, "nothing is there that knows the command"),
        { StatusCode: 429 } => Refused(
            name,
            new EndpointProblem("429", "A front-end server, or a limit of the app, takes no more requests for now."),
            reply.RetryAfter),
        { StatusCode: 502 or 503 or 504 } => new ToolException(
            DiagnosticCodes.FrontEndAnswers,
            $"{name} answers {Number(reply.StatusCode)}, and not the endpoint does but what stands before it: the app "
            + "does not run, or the path is not let through. On the app's machine, --app DIR works without the app."),
        { StatusCode: >= 500 } => NotOurs(name, reply, "an error of the app, whose log says more"),
        { ContentType: { } type } when type.Contains("html", StringComparison.OrdinalIgnoreCase) => NotOurs(
            name, reply, "a page for people, such as a login page" + Title(reply.Body)),
        _ => NotOurs(name, reply, "something else than JSON"),
    };

    private static ToolException Unauthorized(string name, EndpointReply reply)
    {
        var said = reply.Problem is { } problem ? $" It says: {problem.Detail} ({problem.Code})" : "";
        return new ToolException(
            DiagnosticCodes.OperatorRefused,
            reply.StatusCode == 401
                ? $"{name} does not know who asks (401).{said} Give the operator's token by --token-file or "
                + "DOWNPAGE_TOKEN; its hash belongs to MaintenanceMode:Endpoint:TokenHashes, and the endpoint needs "
                + "RequireOperatorToken(). 'downpage token NAME' makes one."
                : $"{name} knows who asks and refuses (403).{said} The policy of the endpoint, or a front-end server, "
                + "does not let this operator in: have it say so, or use another token.");
    }

    private static ToolException Refused(string name, EndpointProblem problem, TimeSpan? retryAfter)
        => new(
            DiagnosticCodes.EndpointRefused,
            $"{name} refuses ({problem.Code}): {problem.Detail}"
            + (retryAfter is { } wait
                ? string.Create(CultureInfo.InvariantCulture, $" Try again in {Math.Ceiling(wait.TotalSeconds)} s.")
                : ""));

    private static ToolException Redirected(string name, EndpointReply reply)
        => new(
            DiagnosticCodes.EndpointRedirects,
            $"{name} redirects ({Number(reply.StatusCode)}) to '{reply.Location ?? "nowhere"}', and the command does "
            + "not carry a token there. If that is the endpoint, give its address by --url; if it is a login page, "
            + "the endpoint needs RequireOperatorToken().");

    private static ToolException NotOurs(string name, EndpointReply reply, string what)
        => new(
            DiagnosticCodes.NotTheEndpoint,
            $"{name} is not the endpoint: it answers {Number(reply.StatusCode)}, {what}. The address is that of "
            + "app.MapMaintenanceMode(), which is /maintenance-mode unless the app says otherwise, below the app's "
            + "path base.");

    private static string Number(int statusCode) => statusCode.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a page calls itself tells people what it is.</summary>
    private static string Title(ReadOnlyMemory<byte> body)
    {
        var text = Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, 64 * 1024)]);
        var start = text.IndexOf("<title>", StringComparison.OrdinalIgnoreCase);
        var end = start < 0 ? -1 : text.IndexOf('<', start + 1);
        if (end < 0)
        {
            return "";
        }

        var title = string.Concat(text[(start + "<title>".Length)..end].Where(letter => !char.IsControl(letter))).Trim();
        return $" ('{(title.Length > LongestQuote ? title[..LongestQuote] + "..." : title)}')";
    }
}
