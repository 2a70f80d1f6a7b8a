using System.Diagnostics;

namespace DownPage.Testing;

/// <summary>
/// The environment of a process that a test starts: the caller's, without what the test host or an outer
/// <c>dotnet</c> put there for itself, so that a test behaves the same in an IDE, in a shell and in CI.
/// </summary>
internal static class CommandEnvironment
{
    // A test host runs inside `dotnet test`: these would make the inner command use the outer one's MSBuild or SDK.
    private static readonly string[] LeakingPrefixes =
        ["MSBUILD", "VSTEST", "DOTNET_CLI_", "COVERLET", "MICROSOFT_INSTRUMENTATION", "ASPNETCORE_", "DownPage"];

    private static readonly string[] LeakingNames =
    [
        "DOTNET_HOST_PATH", "DOTNET_STARTUP_HOOKS", "DOTNET_ADDITIONAL_DEPS", "DOTNET_SHARED_STORE",
        "DOTNET_ENVIRONMENT", "DOTNET_ROLL_FORWARD", "DOTNET_ROLL_FORWARD_TO_PRERELEASE", "DOTNET_gcServer",
        "CORECLR_ENABLE_PROFILING", "Configuration", "Platform", "Version", "TargetFramework", "RuntimeIdentifier",
    ];

    // Not MSBuild's: the tests' own switches are read by the test host alone.
    private static readonly KeyValuePair<string, string>[] Fixed =
    [
        new("DOTNET_CLI_UI_LANGUAGE", "en"),
        new("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
        new("DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE", "true"),
        new("DOTNET_CLI_USE_MSBUILD_SERVER", "0"),
        new("DOTNET_GENERATE_ASPNET_CERTIFICATE", "false"),
        new("DOTNET_NOLOGO", "1"),
        new("MSBUILDTERMINALLOGGER", "off"),
        // A build node that outlives its build keeps the task's assembly open.
        new("MSBUILDDISABLENODEREUSE", "1"),
    ];

    public static void Apply(ProcessStartInfo startInfo, IReadOnlyDictionary<string, string>? additions)
    {
        foreach (var name in startInfo.Environment.Keys.Where(Leaks).ToList())
            startInfo.Environment.Remove(name);

        foreach (var (name, value) in Fixed)
            startInfo.Environment[name] = value;

        foreach (var (name, value) in additions ?? new Dictionary<string, string>())
            startInfo.Environment[name] = value;
    }

    private static bool Leaks(string name) =>
        LeakingNames.Contains(name, StringComparer.OrdinalIgnoreCase)
        || LeakingPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
