namespace AwkwardSite.Behaviours;

/// <summary>The cases that the variable AWKWARD names, separated by commas.</summary>
internal static class Awkward
{
    private static readonly string[] Cases = Environment.GetEnvironmentVariable("AWKWARD")?.Split(',') ?? [];

    public static bool Is(string name) => Cases.Contains(name);
}
