namespace DownPage.Tool.Tests.Remote;

/// <summary>A run of the command against an address, with a token in a variable.</summary>
internal static class RemoteRun
{
    public static async Task<ToolRun> RunAsync(
        string url, string? token, CancellationToken cancellationToken, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var context = new ToolContext
        {
            Out = output,
            Error = error,
            Directory = AppContext.BaseDirectory,
            VariableNames = () => [],
            Variable = name => name switch
            {
                "DOWNPAGE_ACTOR" => "anna",
                "DOWNPAGE_URL" => url,
                "DOWNPAGE_TOKEN" => token,
                _ => null,
            },
        };
        var exitCode = await CommandLine.RunAsync(arguments, context, cancellationToken);
        return new ToolRun(exitCode, output.ToString(), error.ToString());
    }
}
