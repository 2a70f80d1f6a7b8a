using DownPage.DownFile;
using DownPage.Schedule;

namespace DownPage.Switching;

/// <summary>
/// A change of what is written, from whatever it is then: stores apply it under their lock, or again where another was
/// faster.
/// </summary>
/// <param name="Action">One of <see cref="ChangeAction"/>.</param>
/// <param name="Origin">Who, through what and why.</param>
/// <param name="Apply">
/// Makes what is to be written of what is, at a moment; null: nothing is there, or shall be. Throws
/// <see cref="ChangeRefusedException"/>.
/// </param>
internal sealed record StateChange(
    string Action, ChangeOrigin Origin, Func<DownFileDocument?, DateTimeOffset, DownFileDocument?> Apply)
{
    /// <summary>Takes the site down; what was asked for before does not count any more.</summary>
    public static StateChange Down(DownOrder order, ChangeOrigin origin) => new(
        ChangeAction.Down,
        origin,
        (before, now) => order.Over(before?.Kept() ?? DownFileDocument.Empty, origin) with
        {
            Down = true,
            Since = now,
            LiftedAt = null,
        });

    /// <summary>Changes how a site is down that is.</summary>
    public static StateChange Update(DownOrder order, ChangeOrigin origin) => new(
        ChangeAction.Update, origin, (before, now) => order.Over(Held(before, now), origin));

    /// <summary>Moves the end of a site's being down; one that is down without an end gets one.</summary>
    /// <param name="by">From the end that is set, or from now where none is.</param>
    /// <param name="origin">Who, through what and why.</param>
    public static StateChange Extend(TimeSpan by, ChangeOrigin origin) => new(
        ChangeAction.Extend,
        origin,
        (before, now) =>
        {
            var held = Held(before, now);
            return held with { Until = Moments.Later(held.Until ?? now, by) };
        });

    /// <summary>Takes the site up.</summary>
    /// <param name="origin">Who, through what and why.</param>
    /// <param name="isWindowOpen">
    /// Whether a window, of those written or of others, is open: then it needs to be written that somebody lifted it.
    /// Otherwise no file is the clearest way to say that the site is up.
    /// </param>
    public static StateChange Up(ChangeOrigin origin, Func<DownFileDocument?, DateTimeOffset, bool> isWindowOpen) => new(
        ChangeAction.Up,
        origin,
        (before, now) =>
        {
            var kept = before?.Kept();
            var open = isWindowOpen(kept, now);
            return !open && kept is null or { Windows.Count: 0, Unknown: null, BypassSecretHash: null }
                ? null
                : (kept ?? DownFileDocument.Empty) with
                {
                    Down = false,
                    Actor = origin.Actor,
                    LiftedAt = open ? now : null,
                };
        });

    /// <summary>Puts back what was written before, where nobody has changed it since.</summary>
    /// <param name="document">What was. Null: nothing.</param>
    /// <param name="revision">Of what has been written since.</param>
    /// <param name="origin">Who, through what and why.</param>
    public static StateChange Restore(DownFileDocument? document, string revision, ChangeOrigin origin)
        => new StateChange(ChangeAction.Restore, origin, (_, _) => document).IfRevision(revision);

    public static StateChange AddWindow(WindowDefinition window, ChangeOrigin origin) => new(
        ChangeAction.AddWindow,
        origin,
        (before, _) => before?.Windows.Any(other => IsNamed(other, window.Name)) == true
            ? throw new ChangeRefusedException(
                ChangeRefusal.WindowExists,
                $"There is a window '{window.Name}' already: remove it first, or give this one another name.")
            : Base(before) with { Windows = [.. before?.Windows ?? [], window] });

    public static StateChange RemoveWindow(string name, ChangeOrigin origin) => new(
        ChangeAction.RemoveWindow,
        origin,
        (before, _) =>
        {
            var known = before?.Windows ?? [];
            var left = known.Where(window => !IsNamed(window, name)).ToArray();
            return left.Length < known.Count && before is not null
                ? Emptied(before with { Windows = left })
                : throw new ChangeRefusedException(
                    ChangeRefusal.NoSuchWindow,
                    $"There is no window '{name}' that can be removed. Windows of the configuration are removed there.");
        });

    /// <summary>The change, made only where what is written is of the revision.</summary>
    public StateChange IfRevision(string revision) => this with
    {
        Apply = (before, now) => string.Equals(StateRevision.Of(before), revision, StringComparison.Ordinal)
            ? Apply(before, now)
            : throw new ChangeRefusedException(
                ChangeRefusal.OtherRevision,
                "Somebody else has changed the state meanwhile, and nothing was changed now. "
                + "Look at it again, and repeat what is still wanted."),
    };

    private static bool IsNamed(WindowDefinition window, string? name)
        => string.Equals(window.Name, name, StringComparison.OrdinalIgnoreCase);

    private static DownFileDocument Base(DownFileDocument? before)
        => before ?? DownFileDocument.Empty with { Down = false };

    /// <summary>Null where the document would say nothing any more.</summary>
    private static DownFileDocument? Emptied(DownFileDocument document)
        => document is { Down: false, Windows.Count: 0, Unknown: null, BypassSecretHash: null, LiftedAt: null }
            ? null
            : document;

    private static DownFileDocument Held(DownFileDocument? before, DateTimeOffset now)
        => before is { Down: true } && !(before.Until <= now)
            ? before
            : throw new ChangeRefusedException(
                ChangeRefusal.NotDown,
                "The site is not down by the down file: enter maintenance mode before updating it.");
}
