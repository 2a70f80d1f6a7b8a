
namespace DownPage.Tool.Targets;

/// <summary>The operator's token: from a file, the standard input, a variable or the command line.</summary>
internal static class EndpointToken
{
    private const string Variable = "DOWNPAGE_TOKEN";
    private const int Longest = 4096;

    /// <param name="typed"><c>--token</c>.</param>
    /// <param name="file"><c>--token-file</c>; <c>-</c> is the standard input.</param>
    /// <param name="context">The world.</param>
    /// <param name="warn">Told what should be looked at.</param>
    /// <returns>Null: none is given anywhere.</returns>
    /// <exception cref="ToolException">It cannot be read, or is none.</exception>
    public static string? Find(string? typed, string? file, ToolContext context, Action<string> warn)
    {
        if (typed is not null && file is not null)
        {
            throw Unreadable("--token and --token-file are given both: one of them is enough.");
        }

        if (typed is not null)
        {
            warn("other users of this machine can see --token in the list of processes, and it stays in the shell's "
                + $"history: use --token-file or {Variable}.");
            return Checked(typed, "--token");
        }

        return file is not null
            ? Checked(Read(file, context), file == "-" ? "the standard input" : $"'{file}'")
            : context.Variable(Variable) is { Length: > 0 } held ? Checked(held, Variable) : null;
    }

    private static string Read(string file, ToolContext context)
    {
        try
        {
            if (file == "-")
            {
                return context.In.ReadLine() ?? "";
            }

            using var reader = new StreamReader(Path.GetFullPath(file, context.Directory));
            return reader.ReadLine() ?? "";
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Unreadable($"The token cannot be read from '{file}': {failed.Message}");
        }
    }

    /// <summary>What would break the header, or is no token, is told before it is sent.</summary>
    private static string Checked(string text, string from)
    {
        var token = text.Trim();
        return token.Length is > 0 and <= Longest && token.All(letter => letter is > ' ' and <= '~')
            ? token
            : throw Unreadable(
                $"There is no token in {from}: it is one word of ASCII letters and digits, as 'downpage token' prints.");
    }

    private static ToolException Unreadable(string message)
        => new(DiagnosticCodes.TokenUnreadable, message) { ExitCode = ExitCode.Usage };
}
