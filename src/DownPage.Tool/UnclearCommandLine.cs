using System.CommandLine;
using System.CommandLine.Parsing;
using DownPage.Text;

namespace DownPage.Tool;

/// <summary>Says what of a command line cannot be understood, and what may have been meant.</summary>
internal static class UnclearCommandLine
{
    public static int Tell(ParseResult result, ToolContext context)
    {
        var command = result.CommandResult.Command;
        var unknown = result.UnmatchedTokens;
        foreach (var message in MessagesOf(result, unknown.Count > 0))
        {
            var word = unknown.FirstOrDefault(word => message.Contains($"'{word}'", StringComparison.Ordinal));
            var hint = word is null ? "" : Hint(command, word);
            context.Error.WriteLine($"error {DiagnosticCodes.CommandLineUnclear}: {message}{hint}");
        }

        context.Error.WriteLine($"downpage{PathOf(result)} --help shows what can be typed.");
        return ExitCode.Usage;
    }

    // That a command is missing follows from its being mistyped.
    private static IEnumerable<string> MessagesOf(ParseResult result, bool mistyped)
        => result.Errors
            .Where(error => !(mistyped && error.Message.StartsWith("Required command", StringComparison.Ordinal)))
            .Select(error => error.Message)
            .Distinct(StringComparer.Ordinal);

    /// <summary>A question with a blank before it; empty: nothing comes near.</summary>
    public static string Hint(Command command, string word)
        => Meant(command, word) is { } meant ? $" Did you mean '{meant}'?" : "";

    private static string? Meant(Command command, string word)
        => NearestName.Find(
            word,
            word.StartsWith('-')
                ? command.Options.SelectMany(option => option.Aliases.Append(option.Name))
                : command.Subcommands.Select(subcommand => subcommand.Name));

    private static string PathOf(ParseResult result)
    {
        var path = "";
        for (var level = result.CommandResult; level?.Parent is CommandResult;)
        {
            path = " " + level.Command.Name + path;
            level = level.Parent as CommandResult;
        }

        return path;
    }
}
