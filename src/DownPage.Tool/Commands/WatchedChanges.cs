using System.Text;
using System.Text.Json.Nodes;
using DownPage.History;
using DownPage.Status;
using DownPage.Tool.Output;
using DownPage.Tool.Targets;

namespace DownPage.Tool.Commands;

/// <summary>What has changed between two looks at a site, as lines.</summary>
internal sealed class WatchedChanges(IStateTarget target, ToolContext context, bool asJson)
{
    private const int MostEntries = 50;

    private DateTimeOffset? told;
    private string? failure;

    /// <summary>What held at the last look that worked.</summary>
    public StatusDocument? Current { get; private set; }

    /// <exception cref="ToolException">It was the first look, and nothing can be read.</exception>
    public async Task<IReadOnlyList<string>> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var before = Current;
            var status = await target.ReadAsync(cancellationToken);
            var isBack = failure is not null;
            Current = status;
            failure = null;
            return before is null ? await BeginAsync(status, cancellationToken)
                : !IsSame(before, status) ? await TellAsync(status, cancellationToken)
                : isBack ? [Line(status)]
                : [];
        }
        catch (ToolException failed) when (Current is not null)
        {
            var isKnown = string.Equals(failure, failed.Message, StringComparison.Ordinal);
            failure = failed.Message;
            return isKnown || asJson ? [] : [Failed(failed)];
        }
    }

    private static bool IsSame(StatusDocument one, StatusDocument other)
        => one.Down == other.Down
            && string.Equals(one.Source, other.Source, StringComparison.Ordinal)
            && string.Equals(one.Revision, other.Revision, StringComparison.Ordinal)
            && string.Equals(one.Window, other.Window, StringComparison.Ordinal)
            && string.Equals(one.Problem, other.Problem, StringComparison.Ordinal);

    private async Task<IReadOnlyList<string>> BeginAsync(StatusDocument status, CancellationToken cancellationToken)
    {
        told = (await HistoryAsync(1, cancellationToken)).Select(entry => (DateTimeOffset?)entry.At).FirstOrDefault();
        return [Line(status)];
    }

    /// <summary>Several may have changed it between two looks: each is told of.</summary>
    private async Task<IReadOnlyList<string>> TellAsync(StatusDocument status, CancellationToken cancellationToken)
    {
        var entries = (await HistoryAsync(MostEntries, cancellationToken))
            .Where(entry => told is null || entry.At > told)
            .OrderBy(entry => entry.At)
            .ToArray();
        told = entries.LastOrDefault()?.At ?? told;
        return asJson || entries.Length == 0
            ? [Line(status)]
            : [.. entries.Select(entry => WatchText.Of(entry, context.Clock))];
    }

    /// <summary>Where no history can be read, what holds is told all the same.</summary>
    private async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(int most, CancellationToken cancellationToken)
    {
        try
        {
            return await target.HistoryAsync(most, cancellationToken);
        }
        catch (ToolException)
        {
            return [];
        }
    }

    private string Line(StatusDocument status)
        => asJson
            ? JsonNode.Parse(Encoding.UTF8.GetString(StatusWriter.Write(status)))?.ToJsonString() ?? ""
            : WatchText.Of(status, context.Clock);

    private string Failed(ToolException failed)
        => PlainText.Of($"{MomentText.Of(context.Clock.GetUtcNow(), context.Clock)}  not known: {failed.Message}");
}
