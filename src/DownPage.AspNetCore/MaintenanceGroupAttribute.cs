namespace DownPage.AspNetCore;

/// <summary>
/// The endpoint belongs to a part of the site that can be down by itself, as the scope <c>group:NAME</c>.
/// </summary>
/// <param name="name">The group's name, upper and lower case alike.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class MaintenanceGroupAttribute(string name) : Attribute
{
    /// <summary>The group's name.</summary>
    public string Name { get; } = name;
}
