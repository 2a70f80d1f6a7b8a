namespace DownPage.Build.Tests;

/// <summary>What is left to do when all tests are over.</summary>
[TestClass]
public static class AssemblyHooks
{
    [AssemblyCleanup]
    public static void Clean() => TaskFixture.DisposeHost();
}
