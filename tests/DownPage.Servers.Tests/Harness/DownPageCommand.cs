namespace DownPage.Servers.Tests.Harness;

/// <summary>The command, installed once a run from the packed package, as a user installs it.</summary>
internal static class DownPageCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    // Nobody's cancellation ends it: the other tests of the run wait for it as well.
    private static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    /// <summary>Runs it for the app in a folder.</summary>
    public static async Task<DotnetResult> RunAsync(
        string app, CancellationToken cancellationToken, params string[] arguments)
        => await Command.RunAsync(
            await Installed.Value.WaitAsync(cancellationToken), arguments, app, environment: null, cancellationToken);

    private static async Task<string> InstallAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        var feed = await LocalFeed.GetAsync(timeout.Token);
        var folder = WorkFolder.Make("command", WorkFolder.Open);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "nuget.config"),
            $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{feed.Directory}" /></packageSources>
            </configuration>
            """,
            timeout.Token);
        var result = await DotnetCommand.RunAsync(
            ["tool", "install", "DownPage.Tool", "--tool-path", Path.Combine(folder, "tools"), "--version", feed.Version],
            folder,
            new Dictionary<string, string> { ["NUGET_PACKAGES"] = Path.Combine(folder, "packages") },
            timeout.Token);
        result.EnsureSuccess();
        return Path.Combine(folder, "tools", "downpage");
    }
}
