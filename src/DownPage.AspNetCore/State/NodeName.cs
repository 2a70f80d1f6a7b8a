namespace DownPage.AspNetCore.State;

/// <summary>This instance of the app, as operators read it: the machine or container, and the process.</summary>
internal static class NodeName
{
    public static string Own { get; } = FormattableString.Invariant(
        $"{Environment.MachineName}:{Environment.ProcessId}");
}
