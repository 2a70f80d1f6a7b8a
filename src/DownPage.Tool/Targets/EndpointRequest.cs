namespace DownPage.Tool.Targets;

/// <summary>A request to the endpoint.</summary>
/// <param name="Method">GET, PUT, PATCH, POST or DELETE.</param>
/// <param name="Path">Below the endpoint's address, with its query: empty, or <c>/history?most=20</c>.</param>
internal sealed record EndpointRequest(string Method, string Path)
{
    /// <summary>Only if the state is of this revision. Null: whatever it is.</summary>
    public string? Revision { get; init; }

    /// <summary>Only if nothing is written as down.</summary>
    public bool OnlyIfUp { get; init; }

    /// <summary>JSON; null: none.</summary>
    public byte[]? Body { get; init; }

    /// <summary><c>If-Match</c>, a strong tag (RFC 9110, 13.1.1).</summary>
    public string? IfMatch => Revision is null ? null : $"\"{Revision}\"";

    /// <summary><c>If-None-Match</c> (RFC 9110, 13.1.2).</summary>
    public string? IfNoneMatch => OnlyIfUp ? "*" : null;
}
