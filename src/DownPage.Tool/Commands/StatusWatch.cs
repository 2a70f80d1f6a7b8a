using System.CommandLine;
using DownPage.Status;
using DownPage.Tool.Arguments;
using DownPage.Tool.Output;
using DownPage.Tool.Targets;

namespace DownPage.Tool.Commands;

/// <summary><c>status --watch</c>: what holds, until Ctrl+C, and each change with who made it.</summary>
internal sealed class StatusWatch(ToolContext context)
{
    private static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly Option<bool> watch = new("--watch", "-w")
    {
        Description = "Keeps looking until Ctrl+C: a line for each change, and on a terminal what holds now below them.",
    };

    private readonly Option<TimeSpan?> interval = DurationArgument.Option(
        "--interval", "How often --watch looks. Default: 2s.");

    public void AddTo(Command command)
    {
        command.Add(watch);
        command.Add(interval);
    }

    public bool IsAsked(ParseResult result) => result.GetValue(watch);

    /// <param name="result">What was typed.</param>
    /// <param name="target">The site.</param>
    /// <param name="asJson">Whether each line is a status document, for programs.</param>
    /// <param name="cancellationToken">Ctrl+C, which is the way to end it.</param>
    /// <exception cref="ToolException">Not even the first reading works.</exception>
    public async Task<int> RunAsync(
        ParseResult result, IStateTarget target, bool asJson, CancellationToken cancellationToken)
    {
        var asked = result.GetValue(interval) ?? UsualInterval;
        var pause = asked > ShortestInterval ? asked : ShortestInterval;
        var screen = new WatchScreen(context, isDrawn: context.IsTerminal && !asJson);
        var changes = new WatchedChanges(target, context, asJson);
        try
        {
            while (true)
            {
                foreach (var line in await changes.LookAsync(cancellationToken))
                {
                    screen.Append(line);
                }

                await DrawAsync(screen, target.Name, changes.Current, pause, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            screen.End();
            return ExitCode.Success;
        }
    }

    /// <summary>The time that is left counts down between two looks.</summary>
    private async Task DrawAsync(
        WatchScreen screen, string name, StatusDocument? status, TimeSpan pause, CancellationToken cancellationToken)
    {
        var end = context.Clock.GetUtcNow() + pause;
        while (end - context.Clock.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            if (screen.IsDrawn && status is not null)
            {
                screen.Draw(WatchText.Block(name, status, context.Clock, Palette.Of(context)));
            }

            await Task.Delay(screen.IsDrawn && left > Tick ? Tick : left, context.Clock, cancellationToken);
        }
    }
}
