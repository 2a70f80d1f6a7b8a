namespace DownPage.Switching;

/// <summary>
/// What is asked for in taking the site down, or in changing how it is down. What is null stays as the options have it
/// (taking down) or as it is (changing).
/// </summary>
internal sealed record DownOrder
{
    /// <summary><c>full</c> or <c>readOnly</c>.</summary>
    public string? Mode { get; init; }

    public IReadOnlyList<string>? Scopes { get; init; }

    public string? Message { get; init; }

    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether an end that was set before goes.</summary>
    public bool Forever { get; init; }

    public int? StatusCode { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public TimeSpan? Refresh { get; init; }

    public string? RedirectTo { get; init; }

    public IReadOnlyList<string>? AllowNetworks { get; init; }

    /// <summary>SHA-256 of a secret for testers, in hexadecimal.</summary>
    public string? BypassSecretHash { get; init; }
}
