namespace DownPage.AspNetCore;

/// <summary>
/// The endpoint is down even while the site is up. Only those who pass by rules for people (network, user, secret link)
/// reach it.
/// </summary>
/// <param name="message">Shown to visitors. Null: the page as it was made.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class UnderMaintenanceAttribute(string? message = null) : Attribute
{
    /// <summary>Shown to visitors. Null: the page as it was made.</summary>
    public string? Message { get; } = message;
}
