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
                    System.IO.File.WriteAllText(Environment.GetEnvironmentVariable("{{ProcessIdFile}}")!, $"{Environment.ProcessId} ");
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

    /// <summary>The renderer's process, once the view waits in it.</summary>
    /// <param name="site">The site.</param>
    /// <param name="publishing">The publish: when that ends first, there is nothing to wait for.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<int> WaitForRendererAsync(
        TestSite site, Task<PublishedSite> publishing, CancellationToken cancellationToken)
    {
        var file = site.Environment[ProcessIdFile];
        while (!publishing.IsCompleted)
        {
            // The space at the end says that it is written in whole.
            if (File.Exists(file) && await File.ReadAllTextAsync(file, cancellationToken) is [.. var id, ' '])
                return int.Parse(id, CultureInfo.InvariantCulture);
            await Task.Delay(PollInterval, cancellationToken);
        }

        throw new InvalidOperationException($"The publish ended before the view waited.\n{(await publishing).Result}");
    }

    /// <summary>Sends a signal, by the name that <c>kill</c> knows it by.</summary>
    public static async Task SignalAsync(string signal, int processId, CancellationToken cancellationToken)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", processId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
        Assert.AreEqual(0, kill.ExitCode, $"kill -{signal} {processId}");
    }
}
