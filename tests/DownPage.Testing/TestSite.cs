namespace DownPage.Testing;

/// <summary>
/// A test asset, copied to a folder of its own with the <c>Directory.*</c> files beside it, so that a test may change,
/// build and publish it. The folder is deleted on dispose unless <see cref="Keep"/> was called.
/// </summary>
public sealed class TestSite : IDisposable
{
    private readonly LocalFeed feed;
    private int commandCount;
    private bool keep = RunFolder.KeepEverything;

    private TestSite(LocalFeed feed, string root, string name)
    {
        this.feed = feed;
        Root = root;
        Name = name;
        ProjectDirectory = Path.Combine(root, name);
        // An asset of several projects holds a folder for each; the site is the one with the asset's name.
        if (!File.Exists(ProjectFile) && Directory.Exists(Path.Combine(ProjectDirectory, name)))
            ProjectDirectory = Path.Combine(ProjectDirectory, name);
    }

    /// <summary>The name of the asset, of its folder and of its project.</summary>
    public string Name { get; }

    /// <summary>
    /// The temporary folder: holds the asset's folder, the <c>Directory.*</c> files and what is published.
    /// </summary>
    public string Root { get; }

    /// <summary>The folder of the site's project.</summary>
    public string ProjectDirectory { get; }

    /// <summary>The site's project.</summary>
    public string ProjectFile => Path.Combine(ProjectDirectory, $"{Name}.csproj");

    /// <summary>The package that the site uses.</summary>
    public LocalFeed Feed => feed;

    /// <summary>Variables for every command on this site, added to those of the feed.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>
    /// Copies an asset; packs the packages and makes the asset's template when this run has not done so yet.
    /// </summary>
    /// <param name="name">The folder below <c>testassets</c>.</param>
    /// <param name="cancellationToken">Ends the commands that are needed.</param>
    public static async Task<TestSite> CreateAsync(string name, CancellationToken cancellationToken)
    {
        var asset = Path.Combine(RepositoryPaths.TestAssets, name);
        if (!Directory.Exists(asset))
            throw new DirectoryNotFoundException($"No test asset '{name}': there is no folder '{asset}'.");

        var feed = await LocalFeed.GetAsync(cancellationToken);
        var root = RunFolder.CreateUnique(name);
        var folder = Path.Combine(root, name);

        foreach (var file in Directory.EnumerateFiles(RepositoryPaths.TestAssets, "Directory.*"))
            File.Copy(file, Path.Combine(root, Path.GetFileName(file)));
        var template = Path.Combine(asset, SiteTemplate.FileName);
        if (File.Exists(template))
        {
            var text = await File.ReadAllTextAsync(template, cancellationToken);
            FolderCopy.Overlay(await SiteTemplate.GetAsync(text, name, cancellationToken), folder);
        }

        FolderCopy.Overlay(asset, folder);
        File.Delete(Path.Combine(folder, SiteTemplate.FileName));
        return new TestSite(feed, root, name);
    }

    /// <summary>
    /// Publishes the site in Release, to <c>publish</c> below <see cref="Root"/> unless an argument says where.
    /// </summary>
    /// <returns>The published site, also when the publish failed: see its <see cref="PublishedSite.Result"/>.</returns>
    public async Task<PublishedSite> PublishAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var directory = OutputOption(arguments);
        string[] output = [];
        if (directory is null)
        {
            directory = Path.Combine(Root, "publish");
            output = ["-o", directory];
        }

        var result = await RunDotnetAsync(cancellationToken, ["publish", ProjectFile, .. output, .. arguments]);
        return new PublishedSite(Name, Path.GetFullPath(directory, ProjectDirectory), result);
    }

    /// <summary>Builds the site in Release.</summary>
    public Task<DotnetResult> BuildAsync(CancellationToken cancellationToken, params string[] arguments) =>
        RunDotnetAsync(cancellationToken, ["build", ProjectFile, "-c", "Release", .. arguments]);

    /// <summary>
    /// Runs <c>dotnet</c> in the project's folder with the feed's variables. A command that builds also writes a binary
    /// log to <c>logs</c> below <see cref="Root"/>.
    /// </summary>
    public Task<DotnetResult> RunDotnetAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var environment = new Dictionary<string, string>(feed.Environment);
        foreach (var (name, value) in Environment)
            environment[name] = value;

        string[] log = arguments[0] is "build" or "publish" or "pack" or "msbuild"
            ? [$"-bl:{Path.Combine(Root, "logs", $"{arguments[0]}-{Interlocked.Increment(ref commandCount)}.binlog")}"]
            : [];
        return DotnetCommand.RunAsync([.. arguments, .. log], ProjectDirectory, environment, cancellationToken);
    }

    /// <summary>Writes a file of the project, UTF-8 without a byte order mark.</summary>
    /// <param name="path">Relative to the project.</param>
    /// <param name="text">The whole file.</param>
    public void WriteFile(string path, string text)
    {
        var file = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>The text of a file of the project.</summary>
    public string ReadFile(string path) => File.ReadAllText(PathOf(path));

    /// <summary>Replaces a text in a file of the project.</summary>
    /// <exception cref="ArgumentException">The text is not in the file: the test would prove nothing.</exception>
    public void Replace(string path, string oldText, string newText)
    {
        var text = ReadFile(path);
        if (!text.Contains(oldText, StringComparison.Ordinal))
            throw new ArgumentException($"'{path}' does not contain '{oldText}'.", nameof(oldText));
        WriteFile(path, text.Replace(oldText, newText, StringComparison.Ordinal));
    }

    /// <summary>Deletes a file of the project.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public void Delete(string path)
    {
        if (!File.Exists(PathOf(path)))
            throw new FileNotFoundException($"'{path}' does not exist in {ProjectDirectory}.");
        File.Delete(PathOf(path));
    }

    /// <summary>The full path of a file of the project.</summary>
    public string PathOf(string path) => Path.Combine(ProjectDirectory, path);

    /// <summary>Leaves the folder where it is, for a person to look at: the test failed.</summary>
    public void Keep() => keep = true;

    public void Dispose()
    {
        if (!keep)
            RunFolder.TryDelete(Root);
    }

    private static string? OutputOption(string[] arguments)
    {
        const string property = "-p:PublishDir=";
        const StringComparison ordinal = StringComparison.Ordinal;
        var option = Array.FindIndex(arguments, argument => argument is "-o" or "--output");
        return option >= 0
            ? arguments[option + 1]
            : Array.Find(arguments, argument => argument.StartsWith(property, ordinal))?[property.Length..];
    }
}
