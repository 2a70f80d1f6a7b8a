using System.Net;
using System.Text.Json;

namespace DownPage.AspNetCore.Tests.Endpoints;

/// <summary>An answer, read.</summary>
internal sealed record OperatorReply(
    HttpStatusCode Status, string Text, string? ContentType, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string? Code => Json.GetProperty("code").GetString();

    public string Detail => Json.GetProperty("detail").GetString() ?? "";

    public bool Down => Json.GetProperty("down").GetBoolean();

    public string? ETag => Headers.GetValueOrDefault("ETag");

    public string? Member(string name)
        => Json.TryGetProperty(name, out var member) ? member.ToString() : null;

    public static async Task<OperatorReply> OfAsync(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(
            header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new OperatorReply(
            response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Content.Headers.ContentType?.MediaType,
            headers);
    }
}
