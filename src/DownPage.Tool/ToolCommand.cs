using System.CommandLine;

namespace DownPage.Tool;

/// <summary>A command whose help ends with examples and what its exit codes mean.</summary>
internal sealed class ToolCommand(string name, string description) : Command(name, description)
{
    /// <summary>What may be typed, with a comment of a few words behind <c>#</c>.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>The exit codes beside <see cref="ExitCode.Success"/>, and what they mean here.</summary>
    public IReadOnlyList<(int Code, string Meaning)> ExitCodes { get; init; } = [];
}
