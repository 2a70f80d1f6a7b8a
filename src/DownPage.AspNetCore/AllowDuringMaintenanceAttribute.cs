namespace DownPage.AspNetCore;

/// <summary>
/// The endpoint answers while the site is down: a controller, an action, a Razor Page, a hub, a minimal endpoint.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AllowDuringMaintenanceAttribute : Attribute;
