namespace DownPage.Status;

/// <summary>What holds, for operators; README.md beside this file has a sample.</summary>
internal sealed record StatusDocument
{
    public required bool Down { get; init; }

    /// <summary>
    /// Which source decides: <c>none</c>, <c>configuration</c>, <c>appOffline</c>, <c>downFile</c>,
    /// <c>sharedStore</c>, <c>schedule</c> or <c>storeFailure</c>.
    /// </summary>
    public required string Source { get; init; }

    /// <summary>The name of what is written: a <see cref="Switching.StateRevision"/>.</summary>
    public required string Revision { get; init; }

    public string? Mode { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    public string? Message { get; init; }

    public string? Reason { get; init; }

    public string? Actor { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }

    /// <summary>The window that the site is down by.</summary>
    public string? Window { get; init; }

    public int? StatusCode { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public TimeSpan? Refresh { get; init; }

    public string? RedirectTo { get; init; }

    public IReadOnlyList<string> AllowNetworks { get; init; } = [];

    public IReadOnlyList<WindowStatus> Windows { get; init; } = [];

    /// <summary>The instances of the app that have reported; empty where nobody collects reports.</summary>
    public IReadOnlyList<NodeStatus> Nodes { get; init; } = [];

    /// <summary>Why the state cannot be read, or what else somebody should look at. Null: nothing.</summary>
    public string? Problem { get; init; }
}
