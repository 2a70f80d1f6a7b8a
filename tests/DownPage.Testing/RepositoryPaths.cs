namespace DownPage.Testing;

/// <summary>Where things are in the repository that the tests were built from.</summary>
public static class RepositoryPaths
{
    private const string SolutionFileName = "DownPage.Build.sln";

    private static readonly Lazy<string> LazyRoot = new(FindRoot);

    /// <summary>The folder that holds the solution.</summary>
    public static string Root => LazyRoot.Value;

    /// <summary>The solution file.</summary>
    public static string Solution => Path.Combine(Root, SolutionFileName);

    /// <summary>The folder of the sites that the tests publish.</summary>
    public static string TestAssets => Path.Combine(Root, "testassets");

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, SolutionFileName)))
                return folder.FullName;
        }

        throw new InvalidOperationException(
            $"No {SolutionFileName} above '{AppContext.BaseDirectory}': run the tests from inside the repository.");
    }
}
