using DownPage.DownFile;
using DownPage.Switching;

namespace DownPage.History;

/// <summary>One change of the state, as it is kept; README.md beside this file has a sample.</summary>
internal sealed record HistoryEntry
{
    public required DateTimeOffset At { get; init; }

    /// <summary>One of <see cref="ChangeAction"/>.</summary>
    public required string Action { get; init; }

    /// <summary>One of <see cref="ChangeSource"/>.</summary>
    public required string Source { get; init; }

    public string? Actor { get; init; }

    public string? Reason { get; init; }

    /// <summary>The machine that it was done on.</summary>
    public string? Machine { get; init; }

    public string? Mode { get; init; }

    public IReadOnlyList<string>? Scopes { get; init; }

    public string? Message { get; init; }

    public DateTimeOffset? Until { get; init; }

    /// <summary>The window that came or went.</summary>
    public string? Window { get; init; }

    /// <summary>
    /// How long the site had been down, of a change that ended it. Null: it did not, or it is not known.
    /// </summary>
    public TimeSpan? DownFor { get; init; }

    /// <summary><see cref="StateRevision"/> of what was written.</summary>
    public string? Revision { get; init; }

    public static HistoryEntry Of(
        StateChange change, DownFileDocument? before, DownFileDocument? after, DateTimeOffset now)
    {
        var down = after is { Down: true };
        return new HistoryEntry
        {
            At = now,
            Action = change.Action,
            Source = change.Origin.Source,
            Actor = change.Origin.Actor,
            Reason = change.Origin.Reason,
            Machine = Environment.MachineName,
            Mode = down ? after?.Mode : null,
            Scopes = down ? after?.Scopes : null,
            Message = down ? after?.Message : null,
            Until = down ? after?.Until : null,
            Window = WindowOf(before, after),
            DownFor = EndOf(before, after, now),
            Revision = StateRevision.Of(after),
        };
    }

    private static string? WindowOf(DownFileDocument? before, DownFileDocument? after)
    {
        var old = before?.Windows ?? [];
        var young = after?.Windows ?? [];
        return (young.Except(old).FirstOrDefault() ?? old.Except(young).FirstOrDefault())?.Name;
    }

    /// <summary>A site whose time was over before came up then.</summary>
    private static TimeSpan? EndOf(DownFileDocument? before, DownFileDocument? after, DateTimeOffset now)
    {
        if (before is not { Down: true, Since: { } since } || after is { Down: true })
        {
            return null;
        }

        var end = before.Until < now ? before.Until.Value : now;
        return end > since ? end - since : TimeSpan.Zero;
    }
}
