namespace DownPage.AspNetCore;

/// <summary>What the read-only mode makes of requests that the rule "safe methods pass" gets wrong.</summary>
public sealed class MaintenanceReadOnlyOptions
{
    /// <summary>Paths, with all below them, that pass whatever the method: <c>/login</c>, <c>/logout</c>.</summary>
    public IList<string> AllowPrefixes { get; } = [];

    /// <summary>Paths, with all below them, that are refused although the method is safe: a GET that writes.</summary>
    public IList<string> BlockPrefixes { get; } = [];
}
