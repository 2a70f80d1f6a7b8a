using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;

namespace DownPage.Tool;

/// <summary>The library's help, then examples and exit codes.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ToolCommand command)
        {
            Write(command, parseResult.InvocationConfiguration.Output);
        }

        return ExitCode.Success;
    }

    private static void Write(ToolCommand command, TextWriter writer)
    {
        WriteSection(writer, "Examples:", command.Examples);
        WriteSection(
            writer,
            "Exit codes:",
            [.. command.ExitCodes.Select(exit
                => $"{exit.Code.ToString(CultureInfo.InvariantCulture),3}  {exit.Meaning}")]);
    }

    private static void WriteSection(TextWriter writer, string heading, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        writer.WriteLine(heading);
        foreach (var line in lines)
        {
            writer.WriteLine("  " + line);
        }

        writer.WriteLine();
    }
}
