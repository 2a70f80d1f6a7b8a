using System.Diagnostics;
using System.Globalization;
using DownPage.Testing;

namespace DownPage.Packages.Tests.Rebuilding;

/// <summary>A view that renders, throws or waits for ever, as the environment of the publish says.</summary>
internal static class MisbehavingView
{
    private const string Behaviour = "SMALLSITE_VIEW";
    private const string ProcessIdFile = "SMALLSITE_PROCESS";

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>Makes the view of 503 one.</summary>
    public static void Install(TestSite site) => site.WriteFile(
        "Views/Errors/503.cshtml",
        $$"""
        @{
            switch (Environment.GetEnvironmentVariable("{{Behaviour}}"))
            {
                case "throws":
                    throw new InvalidOperationException("The removal van is late.");
                case "waits":
                    var child = System.Diagnostics.Process.Start("sleep", "600");
                    var ids = $"{Environment.ProcessId} {child.Id} ";
                    System.IO.File.WriteAllText(Environment.GetEnvironmentVariable("{{ProcessIdFile}}")!, ids);
                    await Task.Delay(Timeout.Infinite);
                    break;
            }
        }
        <h1>Back soon</h1>
        """);

    /// <summary>Says what it does in the next publishes: <c>renders</c>, <c>throws</c> or <c>waits</c>.</summary>
    public static void Set(TestSite site, string behaviour)
    {
        site.Environment[Behaviour] = behaviour;
        site.Environment[ProcessIdFile] = site.PathOf("../renderer.pid");
        File.Delete(site.Environment[ProcessIdFile]);
    }

    /// <summary>The renderer's process, once the view waits in it, and one that the view has started.</summary>
    /// <param name="site">The site.</param>
    /// <param name="publishing">The publish: when that ends first, there is nothing to wait for.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<(int Renderer, int Child)> WaitForRendererAsync(
        TestSite site, Task<PublishedSite> publishing, CancellationToken cancellationToken)
    {
        var file = site.Environment[ProcessIdFile];
        while (!publishing.IsCompleted)
        {
            // The space at the end says that it is written in whole.
            if (File.Exists(file) && await File.ReadAllTextAsync(file, cancellationToken) is [.. var text, ' '])
            {
                int[] ids = [.. text.Split(' ').Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
                return (ids[0], ids[1]);
            }

            await Task.Delay(PollInterval, cancellationToken);
        }

        throw new InvalidOperationException($"The publish ended before the view waited.\n{(await publishing).Result}");
    }

    /// <summary>The state and the parent of a process; null when it has ended.</summary>
    public static (char State, int Parent)? FindProcess(int processId)
    {
        try
        {
            // The name, second in the line, is in parentheses and may hold anything.
            string[] fields = File.ReadAllText($"/proc/{processId}/stat").Split(')')[^1].Split(' ');
            return (fields[1][0], int.Parse(fields[2], CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>True until a process has ended, whether or not anybody has asked how.</summary>
    public static bool IsRunning(int processId) => FindProcess(processId) is { State: not 'Z' };

    /// <summary>Sends a signal, by the name that <c>kill</c> knows it by.</summary>
    public static async Task SignalAsync(string signal, int processId, CancellationToken cancellationToken)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", processId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
        Assert.AreEqual(0, kill.ExitCode, $"kill -{signal} {processId}");
    }
}
