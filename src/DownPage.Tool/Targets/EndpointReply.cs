using System.Text.Json;

namespace DownPage.Tool.Targets;

/// <summary>What an endpoint, or something that stands before it, answered.</summary>
/// <param name="StatusCode">The status of HTTP.</param>
/// <param name="ContentType">The media type, without parameters. Null: not said.</param>
/// <param name="Body">At most 4 MiB.</param>
internal sealed record EndpointReply(int StatusCode, string? ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>Where a redirect leads. Null: nowhere.</summary>
    public string? Location { get; init; }

    /// <summary>After how long to ask again. Null: not said.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public bool IsSuccess => StatusCode is >= 200 and < 300;

    public bool IsJson => ContentType is { } type
        && (type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    /// <summary>The endpoint's own refusal: problem details with a code of ours. Null: it is none.</summary>
    public EndpointProblem? Problem => IsJson && !IsSuccess ? EndpointProblem.Of(Body) : null;

    /// <summary>Reads the body as JSON.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public T Read<T>(Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(Body);
            return read(document.RootElement);
        }
        catch (JsonException wrong)
        {
            throw new FormatException("It is no JSON: " + wrong.Message, wrong);
        }
    }
}
