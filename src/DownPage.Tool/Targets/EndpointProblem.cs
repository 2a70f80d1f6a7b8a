using System.Text.Json;
using DownPage.DownFile;

namespace DownPage.Tool.Targets;

/// <summary>Why the endpoint refused (RFC 9457).</summary>
/// <param name="Code">Of the registry, <c>DP06nn</c>.</param>
/// <param name="Detail">What happened, and what to do.</param>
internal sealed record EndpointProblem(string Code, string Detail)
{
    private const int LongestCode = 20;
    private const int LongestDetail = 4000;

    /// <summary>Null: the body is not of our endpoint.</summary>
    public static EndpointProblem? Of(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root ? Of(root) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static EndpointProblem? Of(JsonElement root)
    {
        var members = new JsonMembers(root, "", []);
        return members.Text("code", LongestCode) is { } code && code.StartsWith("DP", StringComparison.Ordinal)
            ? new EndpointProblem(
                code, members.Text("detail", LongestDetail) ?? members.Text("title", LongestDetail) ?? "It says no more.")
            : null;
    }
}
