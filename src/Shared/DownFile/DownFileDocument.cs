using System.Text.Json.Nodes;
using DownPage.Schedule;

namespace DownPage.DownFile;

/// <summary>
/// What the down file says; README.md beside this file has a sample. Null members say nothing: the options hold.
/// </summary>
internal sealed record DownFileDocument
{
    /// <summary>What an empty file says.</summary>
    public static DownFileDocument Empty { get; } = new();

    /// <summary>Whether the site is down. Left out: it is.</summary>
    public bool Down { get; init; } = true;

    /// <summary><c>full</c> or <c>readOnly</c>.</summary>
    public string? Mode { get; init; }

    public IReadOnlyList<string>? Scopes { get; init; }

    public string? Message { get; init; }

    public string? Reason { get; init; }

    public string? Actor { get; init; }

    public DateTimeOffset? Since { get; init; }

    /// <summary>From then on the file says nothing but its windows.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>When somebody took the site up by hand: windows that were open then stay shut.</summary>
    public DateTimeOffset? LiftedAt { get; init; }

    public int? StatusCode { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public TimeSpan? Refresh { get; init; }

    public string? RedirectTo { get; init; }

    public IReadOnlyList<string>? AllowNetworks { get; init; }

    /// <summary>SHA-256 of the bypass secret, in hexadecimal.</summary>
    public string? BypassSecretHash { get; init; }

    public int? BypassGeneration { get; init; }

    public IReadOnlyList<WindowDefinition> Windows { get; init; } = [];

    /// <summary>The members that this version does not know; a writer keeps them.</summary>
    public JsonObject? Unknown { get; init; }
}
