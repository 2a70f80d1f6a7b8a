using System.Globalization;
using System.Text.RegularExpressions;

namespace DownPage.Testing;

/// <summary>
/// An error or a warning in the form that MSBuild prints: <c>file(line,column): error CODE: text</c>.
/// </summary>
/// <param name="File">The file as printed (a full path, a project, a tool's name), or empty.</param>
/// <param name="Line">1-based; 0 when none was printed.</param>
/// <param name="Column">1-based; 0 when none was printed.</param>
/// <param name="IsError">False for a warning.</param>
/// <param name="Code">Such as <c>DP0201</c>.</param>
/// <param name="Text">The message, without the project in brackets that MSBuild adds.</param>
public sealed partial record DotnetDiagnostic(
    string File, int Line, int Column, bool IsError, string Code, string Text)
{
    public override string ToString() =>
        $"{File}({Line},{Column}): {(IsError ? "error" : "warning")} {Code}: {Text}";

    internal static IReadOnlyList<DotnetDiagnostic> ParseAll(IEnumerable<string> lines) =>
        [.. lines.Select(Parse).OfType<DotnetDiagnostic>().Distinct()];

    private static DotnetDiagnostic? Parse(string line)
    {
        var match = Format().Match(line);
        return match.Success
            ? new DotnetDiagnostic(
                match.Groups["file"].Value,
                Number(match.Groups["line"]),
                Number(match.Groups["column"]),
                match.Groups["severity"].Value == "error",
                match.Groups["code"].Value,
                match.Groups["text"].Value)
            : null;
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        """
        ^\s*(\d+>)?
        (
            (?<file>\S.*?)
            (\((?<line>\d+)(,(?<column>\d+))?(,\d+,\d+|-\d+)?\))?
            \s*:\s*
            (\w[\w ]*\s)?
        )?
        (?<severity>error|warning)\s+(?<code>[A-Za-z]+\d+)\s*:\s*
        (?<text>.*?)
        (\s\[[^\[\]]+proj(::[^\[\]]+)?\])?\s*$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Format();
}
