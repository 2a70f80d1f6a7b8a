using System.Diagnostics;
using DownPage.Testing;

namespace DownPage.Docs.Tests;

/// <summary>The files of the repository, as text.</summary>
internal static class Repository
{
    private static readonly Lazy<string[]> LazyFiles = new(ListFiles);

    public static string Root => RepositoryPaths.Root;

    /// <summary>What git has or would take, relative to the root, with <c>/</c>.</summary>
    public static IReadOnlyList<string> Files => LazyFiles.Value;

    /// <summary>The documentation: README.md and what lies in docs/.</summary>
    public static IEnumerable<string> Documents => Files.Where(
        file => file == "README.md" || (file.StartsWith("docs/", StringComparison.Ordinal) && file.EndsWith(".md", StringComparison.Ordinal)));

    /// <summary>The file's text, with <c>\n</c> for its line ends.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    public static bool Exists(string path)
    {
        var full = Path.Combine(Root, path);
        return File.Exists(full) || Directory.Exists(full);
    }

    private static string[] ListFiles()
    {
        using var git = Process.Start(new ProcessStartInfo("git")
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            ArgumentList = { "ls-files", "-z", "--cached", "--others", "--exclude-standard" },
        })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        if (git.ExitCode != 0)
            throw new InvalidOperationException($"'git ls-files' ended with {git.ExitCode} in '{Root}'.");

        // A file that is deleted and not yet committed is still listed.
        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(Exists)];
    }
}
