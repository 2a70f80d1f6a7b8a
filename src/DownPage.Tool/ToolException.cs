namespace DownPage.Tool;

/// <summary>What the person at the terminal is to be told, with its code. Nothing has changed.</summary>
/// <param name="code">Of the registry, <c>DP05nn</c>.</param>
/// <param name="message">What happened, what it means, and what to type.</param>
internal sealed class ToolException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;

    public int ExitCode { get; init; } = Tool.ExitCode.Failure;
}
