namespace DownPage.Tool.Tests.Remote;

/// <summary>The app of <c>tests/OperatorSite</c> as it is published, in a folder of one test.</summary>
internal sealed class OperatorApp : IDisposable
{
    private readonly TempFolder folder = new();

    /// <param name="kind">Which of its hosts it has; see its Program.cs.</param>
    /// <param name="settings">More of <c>appsettings.json</c>, after a comma.</param>
    public OperatorApp(string kind = "", string settings = "")
    {
        // Beside this project's own output, of the same configuration and framework.
        var own = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        var built = own.Replace("DownPage.Tool.Tests", "OperatorSite", StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(built))
        {
            File.Copy(file, folder.PathOf(Path.GetFileName(file)));
        }

        File.Delete(folder.PathOf("appsettings.json"));
        folder.Write("appsettings.json", $$"""
            { "Kind": "{{kind}}", "Urls": "http://127.0.0.1:0"{{settings}} }
            """);
    }

    public string Root => folder.Root;

    public string DownFile => PathOf("maintenance.json");

    /// <summary>What of it has run, by name.</summary>
    public string[] Ran
        => [.. Directory.EnumerateFiles(Root, "ran-*.txt")
            .Select(file => Path.GetFileNameWithoutExtension(file)["ran-".Length..])
            .Order(StringComparer.Ordinal)];

    public string PathOf(string name) => folder.PathOf(name);

    public void Dispose() => folder.Dispose();
}
