namespace DownPage.AspNetCore.Endpoints;

/// <summary>The answer to an <see cref="OperatorCall"/>.</summary>
/// <param name="StatusCode">The status code of HTTP.</param>
/// <param name="ContentType"><c>application/json</c>, or <c>application/problem+json</c>.</param>
/// <param name="Body">JSON in UTF-8.</param>
/// <param name="ETag">The revision of what is written, in quotes. Null: the answer is not of the state.</param>
/// <param name="Location">Where what was made is, below the endpoint's address, escaped. Null: nothing was.</param>
internal sealed record OperatorAnswer(
    int StatusCode, string ContentType, ReadOnlyMemory<byte> Body, string? ETag, string? Location)
{
    /// <summary>The methods that the address takes, of an answer 405. Null: it is another.</summary>
    public string? Allow { get; init; }

    /// <summary>When to ask again. Null: not said.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public bool IsSuccess => StatusCode is >= 200 and < 300;
}
