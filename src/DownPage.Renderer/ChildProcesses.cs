using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace DownPage.Renderer;

/// <summary>
/// What the app has started. It would outlive the renderer, and keep the renderer's output open, for whose end MSBuild
/// waits half a minute.
/// </summary>
internal static class ChildProcesses
{
    public static void End()
    {
        foreach (var id in Find())
        {
            try
            {
                using var process = Process.GetProcessById(id);
                process.Kill(entireProcessTree: true);
            }
            catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
            {
                // It has ended meanwhile.
            }
        }
    }

    // Only Linux lists them; elsewhere MSBuild ends the process tree at a cancellation, and nobody at a timeout of ours.
    private static List<int> Find()
    {
        try
        {
            return !OperatingSystem.IsLinux()
                ? []
                :
                [
                    .. Directory.EnumerateDirectories("/proc/self/task")
                        .SelectMany(thread => File.ReadAllText(thread + "/children")
                            .Split(' ', StringSplitOptions.RemoveEmptyEntries))
                        .Select(id => int.Parse(id, CultureInfo.InvariantCulture)),
                ];
        }
        catch (IOException)
        {
            return [];
        }
    }
}
