using System.Text.RegularExpressions;

namespace DownPage.Testing;

/// <summary>docs/errors.md, in which every message that a user reads stands as it is printed.</summary>
public static partial class ErrorsDocument
{
    private static readonly Lazy<string> Text = new(() => File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs/errors.md")));

    /// <summary>The section of a code, its line breaks taken for spaces.</summary>
    public static string Section(string code)
    {
        var start = Text.Value.IndexOf($"\n## {code}\n", StringComparison.Ordinal);
        if (start < 0)
            throw new InvalidOperationException($"docs/errors.md has no section {code}.");

        var end = Text.Value.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return OneLine(end < 0 ? Text.Value[start..] : Text.Value[start..end]);
    }

    /// <summary>The text with every run of white space as one space.</summary>
    public static string OneLine(string text) => WhiteSpace().Replace(text, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
