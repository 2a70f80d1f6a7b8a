namespace DownPage.AspNetCore.State;

/// <summary>
/// Whether DownPage.Build is rendering the app's pages, in a process of its own: for it the site is up, whatever the
/// configuration of the machine that builds says.
/// </summary>
internal static class Rendering
{
    public static bool IsRunning { get; } = Environment.GetEnvironmentVariable("DOWNPAGE_RENDERING") == "1";
}
