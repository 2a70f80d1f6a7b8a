using System.CommandLine;
using System.CommandLine.Help;
using DownPage.Tool.Commands;

namespace DownPage.Tool;

/// <summary>The whole command line.</summary>
internal static class CommandLine
{
    public static RootCommand Create(ToolContext context)
    {
        var root = new RootCommand(
            "Takes an ASP.NET Core site down and up, and looks whether visitors see the right page.");

        // In the order of use: so --help lists them.
        root.Add(DownCommand.Create(context));
        root.Add(ExtendCommand.Create(context));
        root.Add(UpCommand.Create(context));
        root.Add(StatusCommand.Create(context));
        root.Add(ScheduleCommand.Create(context));
        root.Add(HistoryCommand.Create(context));
        root.Add(OfflineCommand.Create(context));
        root.Add(OnlineCommand.Create(context));
        root.Add(VerifyCommand.Create(context));
        root.Add(PreviewCommand.Create(context));
        root.Add(ConfigCommand.Create(context));
        root.Add(TokenCommand.Create(context));
        root.Add(CompletionCommand.Create(context));
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            if (option.Action is HelpAction help)
            {
                option.Action = new HelpWithExamples(help);
            }
        }

        return root;
    }

    /// <returns>One of <see cref="ExitCode"/>, or that of a command that was run.</returns>
    public static async Task<int> RunAsync(
        string[] arguments, ToolContext context, CancellationToken cancellationToken)
    {
        try
        {
            var result = Create(context).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (result.Errors.Count > 0 && result.Action?.ClearsParseErrors != true)
            {
                return UnclearCommandLine.Tell(result, context);
            }

            var configuration = new InvocationConfiguration
            {
                Output = context.Out,
                Error = context.Error,
                EnableDefaultExceptionHandler = false,

                // Program.cs listens itself: a command that holds the site down must outlive its own interruption.
                ProcessTerminationTimeout = null,
            };
            return await result.InvokeAsync(configuration, cancellationToken);
        }
        catch (ToolException told)
        {
            context.Error.WriteLine($"error {told.Code}: {told.Message}");
            return told.ExitCode;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            context.Error.WriteLine("Interrupted.");
            return ExitCode.Interrupted;
        }
        catch (Exception unexpected)
        {
            context.Error.WriteLine(
                $"error: {unexpected.GetType().Name}: {unexpected.Message} This is a fault of downpage; please report it. "
                + "DOWNPAGE_TRACE=1 shows where.");
            if (context.Variable("DOWNPAGE_TRACE") == "1")
            {
                context.Error.WriteLine(unexpected);
            }

            return ExitCode.Failure;
        }
    }
}
