using System.CommandLine;

namespace DownPage.Tool;

/// <summary>The whole command line.</summary>
internal static class CommandLine
{
    public static RootCommand Create(ToolContext context)
    {
        _ = context;
        return new RootCommand("Takes an ASP.NET Core site down and up, and looks whether visitors see the right page.");
    }

    /// <returns>One of <see cref="ExitCode"/>, or that of a command that was run.</returns>
    public static Task<int> RunAsync(string[] arguments, ToolContext context, CancellationToken cancellationToken)
        => Create(context).Parse(arguments).InvokeAsync(cancellationToken: cancellationToken);
}
