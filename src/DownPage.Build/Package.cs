using System.Reflection;

namespace DownPage.Build;

/// <summary>What the package says of itself.</summary>
internal static class Package
{
    /// <summary>
    /// Name and version, for the page manifest; without the commit that the version may carry, which would make every
    /// build's manifest another.
    /// </summary>
    public static string NameAndVersion { get; } = "DownPage.Build " + typeof(Package).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
