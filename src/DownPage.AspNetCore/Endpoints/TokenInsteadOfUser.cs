using Microsoft.AspNetCore.Authorization;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>
/// Keeps the app's fallback policy, which knows no operator's token, away from an endpoint that is protected by tokens
/// alone.
/// </summary>
internal sealed class TokenInsteadOfUser : IAllowAnonymous
{
    public static TokenInsteadOfUser Instance { get; } = new();
}
