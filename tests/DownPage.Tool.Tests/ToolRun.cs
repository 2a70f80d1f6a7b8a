namespace DownPage.Tool.Tests;

/// <summary>One run of the command in this process.</summary>
internal sealed record ToolRun(int ExitCode, string Out, string Error)
{
    /// <param name="directory">The folder that it is run in.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="arguments">What is typed after <c>downpage</c>.</param>
    public static async Task<ToolRun> RunAsync(string directory, TimeProvider clock, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var context = new ToolContext
        {
            Out = output,
            Error = error,
            Clock = clock,
            Directory = directory,
            Variable = name => name == "DOWNPAGE_ACTOR" ? "anna" : null,
        };
        var exitCode = await CommandLine.RunAsync(arguments, context, CancellationToken.None);
        return new ToolRun(exitCode, output.ToString(), error.ToString());
    }
}
