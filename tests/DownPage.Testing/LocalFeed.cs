using System.Globalization;

namespace DownPage.Testing;

/// <summary>
/// The repository's own packages, packed once per test run, in a folder that NuGet restores from.
/// <c>DOWNPAGE_TEST_FEED</c> and <c>DOWNPAGE_TEST_VERSION</c> name packages that are packed already, so that several
/// test runs can share them.
/// </summary>
public sealed class LocalFeed
{
    private static readonly TimeSpan PackTimeout = TimeSpan.FromMinutes(5);

    // Nobody's cancellation ends it: the other tests of the run wait for it as well.
    private static readonly Lazy<Task<LocalFeed>> Shared = new(CreateAsync);

    private LocalFeed(string directory, string version)
    {
        Directory = directory;
        Version = version;
        PackagesPath = Path.Combine(RunFolder.Path, "packages");
        Environment = new Dictionary<string, string>
        {
            ["DownPageFeed"] = Directory,
            ["DownPageVersion"] = Version,
            ["DownPagePackages"] = PackagesPath,
        };
    }

    /// <summary>The folder with the packages.</summary>
    public string Directory { get; }

    /// <summary>The version of all of them.</summary>
    public string Version { get; }

    /// <summary>The package folder of this run: no other run's bits of the same version can be in it.</summary>
    public string PackagesPath { get; }

    /// <summary>What <c>testassets/Directory.Build.props</c> reads, as variables of a command's environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>The feed of this run; packed by the first caller.</summary>
    public static Task<LocalFeed> GetAsync(CancellationToken cancellationToken) =>
        Shared.Value.WaitAsync(cancellationToken);

    private static async Task<LocalFeed> CreateAsync()
    {
        var directory = System.Environment.GetEnvironmentVariable("DOWNPAGE_TEST_FEED");
        var version = System.Environment.GetEnvironmentVariable("DOWNPAGE_TEST_VERSION");
        if (!string.IsNullOrEmpty(directory) && !string.IsNullOrEmpty(version))
            return new LocalFeed(Path.GetFullPath(directory), version);

        directory = Path.Combine(RunFolder.Path, "feed");
        // Not the repository's own bin: the assemblies there are the ones that are running this test.
        var artifacts = Path.Combine(RunFolder.Path, "pack");
        version = string.Create(CultureInfo.InvariantCulture, $"0.0.0-test.{DateTime.UtcNow.Ticks}");
        using var timeout = new CancellationTokenSource(PackTimeout);
        var result = await DotnetCommand.RunAsync(
            [
                "pack", RepositoryPaths.Solution, "-c", "Release", $"-p:Version={version}", "-o", directory,
                "--artifacts-path", artifacts,
            ],
            RepositoryPaths.Root,
            environment: null,
            timeout.Token);
        result.EnsureSuccess();
        RunFolder.TryDelete(artifacts);
        return new LocalFeed(directory, version);
    }
}
