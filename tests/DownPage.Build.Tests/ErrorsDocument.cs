using System.Text.RegularExpressions;

namespace DownPage.Build.Tests;

/// <summary>docs/errors.md, in which every message that a user reads stands as it is printed.</summary>
internal static partial class ErrorsDocument
{
    private static readonly Lazy<string> Text = new(() => File.ReadAllText(Path.Combine(RepositoryRoot(), "docs/errors.md")));

    /// <summary>The section of a code, its line breaks taken for spaces.</summary>
    public static string Section(string code)
    {
        var start = Text.Value.IndexOf($"\n## {code}\n", StringComparison.Ordinal);
        Assert.IsGreaterThanOrEqualTo(0, start, $"docs/errors.md has no section {code}.");
        var end = Text.Value.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return OneLine(end < 0 ? Text.Value[start..] : Text.Value[start..end]);
    }

    /// <summary>The text with every run of white space as one space.</summary>
    public static string OneLine(string text) => WhiteSpace().Replace(text, " ");

    private static string RepositoryRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DownPage.Build.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests must be run from inside the repository.");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
