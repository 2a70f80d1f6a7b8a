using System.Globalization;
using DownPage.Testing;

namespace DownPage.Packages.Tests.Awkward;

/// <summary>An error or a warning as a person reads it.</summary>
/// <param name="Place">The file relative to the project, with its line when one is known: <c>Program.cs(6)</c>.</param>
/// <param name="IsError">False for a warning.</param>
/// <param name="Code">Such as <c>DP0201</c>.</param>
/// <param name="Text">The message.</param>
internal sealed record Finding(string Place, bool IsError, string Code, string Text)
{
    /// <summary>Place, kind and code, to compare in one go: <c>Program.cs(6): error DP0101</c>.</summary>
    public string Heading => $"{Place}: {(IsError ? "error" : "warning")} {Code}";

    public static Finding From(DotnetDiagnostic diagnostic, string projectDirectory)
    {
        var file = Path.IsPathRooted(diagnostic.File)
            ? Path.GetRelativePath(projectDirectory, diagnostic.File).Replace('\\', '/')
            : diagnostic.File;
        var line = diagnostic.Line == 0 ? "" : $"({diagnostic.Line.ToString(CultureInfo.InvariantCulture)})";
        return new Finding(file + line, diagnostic.IsError, diagnostic.Code, diagnostic.Text);
    }

    /// <summary>True when the message has every one of these texts.</summary>
    public bool Says(params IEnumerable<string> texts) =>
        texts.All(text => Text.Contains(text, StringComparison.Ordinal));
}
