namespace DownPage.Servers.Tests.Harness;

/// <summary>Ends the servers when the run ends as it should; otherwise <see cref="Watchdog"/> does.</summary>
[TestClass]
public static class RunEnd
{
    [AssemblyCleanup]
    public static Task EndServersAsync() => ServerPool.EndAsync();
}
