namespace DownPage.AspNetCore.Endpoints;

/// <summary>What an operator asks for, however it came: by HTTP, by a form of the page, by the command.</summary>
/// <param name="Method">GET, PUT, PATCH, POST or DELETE.</param>
/// <param name="Path">Below the endpoint's address, escaped: "", or "/history?most=20".</param>
/// <param name="IfMatch">The header <c>If-Match</c> (RFC 9110 13.1.1). Null: whatever is written.</param>
/// <param name="IfNoneMatch">The header <c>If-None-Match</c> (RFC 9110 13.1.2). Null: no condition.</param>
/// <param name="Body">JSON, or empty.</param>
/// <param name="User">Who asks, as <see cref="OperatorName"/> says it. Null: not known.</param>
/// <param name="Source">One of <see cref="Switching.ChangeSource"/>.</param>
internal sealed record OperatorCall(
    string Method,
    string Path,
    string? IfMatch,
    string? IfNoneMatch,
    ReadOnlyMemory<byte> Body,
    string? User,
    string Source);
