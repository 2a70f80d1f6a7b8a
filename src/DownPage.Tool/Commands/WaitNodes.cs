using System.CommandLine;
using System.Globalization;
using DownPage.Status;
using DownPage.Tool.Output;
using DownPage.Tool.Targets;

namespace DownPage.Tool.Commands;

/// <summary><c>--wait-nodes N</c>: the command ends when so many nodes follow what holds now.</summary>
internal sealed class WaitNodes(ToolContext context, TargetOptions targets)
{
    private static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Option<int?> nodes = new("--wait-nodes")
    {
        Description = "Waits until N nodes have followed, at most for --timeout (60s); exit code 4 otherwise.",
        HelpName = "N",
    };

    public void AddTo(Command command)
    {
        nodes.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }]
                && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0))
            {
                result.AddError($"--wait-nodes is '{text}'; it must be how many nodes to wait for, 1 or more.");
            }
        });
        command.Add(nodes);
    }

    /// <summary>To be called before anything is changed.</summary>
    /// <exception cref="ToolException">Nodes are to be waited for, and nobody knows any.</exception>
    public void Check(ParseResult result, IStateTarget target)
    {
        if (result.GetValue(nodes) is not null && target is FileTarget)
        {
            throw new ToolException(
                DiagnosticCodes.NodesNotKnown,
                $"--wait-nodes cannot be with '{target.Name}': a down file does not know who reads it. Nodes report to the "
                + "app, which --url or --through-app asks. Without --wait-nodes, the down file is followed within a second.")
            {
                ExitCode = ExitCode.Usage,
            };
        }
    }

    /// <param name="result">What was typed.</param>
    /// <param name="target">The site.</param>
    /// <param name="revision">Of the change that is to be followed. Null: of whatever holds.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>
    /// <see cref="ExitCode.Success"/>, also where nothing is to be waited for, or <see cref="ExitCode.NotFollowed"/>.
    /// </returns>
    public async Task<int> WaitAsync(
        ParseResult result, IStateTarget target, string? revision, CancellationToken cancellationToken)
    {
        if (result.GetValue(nodes) is not { } wanted)
        {
            return ExitCode.Success;
        }

        var begun = context.Clock.GetTimestamp();
        var timeout = targets.Timeout(result) ?? UsualTimeout;
        while (true)
        {
            var (status, problem) = await LookAsync(target, cancellationToken);
            var followed = status?.Nodes.Count(node => Follows(node, revision ?? status.Revision)) ?? 0;
            var passed = context.Clock.GetElapsedTime(begun);
            if (followed >= wanted)
            {
                context.Error.WriteLine(Followed(followed, passed));
                return ExitCode.Success;
            }

            if (passed + Pause > timeout)
            {
                var missing = status is null ? problem : Missing(status, revision, wanted);
                context.Error.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"error {DiagnosticCodes.NodesNotFollowed}: {followed} of {wanted} nodes have followed within "
                    + $"{MomentText.Of(timeout)}. {missing} What was asked for holds, and nodes that come back follow it."));
                return ExitCode.NotFollowed;
            }

            await Task.Delay(Pause, context.Clock, cancellationToken);
        }
    }

    /// <summary>A node that does not answer just now is no reason to give up.</summary>
    private static async Task<(StatusDocument? Status, string Problem)> LookAsync(
        IStateTarget target, CancellationToken cancellationToken)
    {
        try
        {
            return (await target.ReadAsync(cancellationToken), "");
        }
        catch (ToolException failed)
        {
            return (null, failed.Message);
        }
    }

    private static bool Follows(NodeStatus node, string revision)
        => string.Equals(node.Revision, revision, StringComparison.Ordinal);

    private static string Followed(int count, TimeSpan passed)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"{count} {(count == 1 ? "node has" : "nodes have")} followed after {MomentText.Of(passed)}.");

    private string Missing(StatusDocument status, string? revision, int wanted)
    {
        if (revision is not null && !string.Equals(revision, status.Revision, StringComparison.Ordinal)
            && status.Nodes.Any(node => Follows(node, status.Revision)))
        {
            return $"The state is another by now ({status.Revision}): somebody has changed it meanwhile.";
        }

        var late = status.Nodes.Where(node => !Follows(node, revision ?? status.Revision)).Select(Describe).ToArray();
        var unknown = wanted - status.Nodes.Count;
        string[] parts =
        [
            .. late.Length > 0 ? [$"Missing: {string.Join(", ", late)}."] : Array.Empty<string>(),
            .. unknown > 0
                ? [string.Create(CultureInfo.InvariantCulture, $"{unknown} more {(unknown == 1 ? "has" : "have")} not reported at all.")]
                : Array.Empty<string>(),
        ];
        return string.Join(' ', parts);
    }

    /// <summary>A node's clock may be ahead of this one.</summary>
    private string Describe(NodeStatus node)
    {
        var ago = context.Clock.GetUtcNow() - node.Seen;
        return $"{node.Name} (seen {MomentText.Of(ago > TimeSpan.Zero ? ago : TimeSpan.Zero)} ago"
            + (node.Problem is null ? ")" : $": {node.Problem})");
    }
}
