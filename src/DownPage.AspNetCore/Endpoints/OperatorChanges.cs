using DownPage.DownFile;
using DownPage.Schedule;
using DownPage.Switching;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>What operators ask for as changes of the state.</summary>
internal static class OperatorChanges
{
    /// <summary>What the reader of the down file takes.</summary>
    private const int MostWindows = 1000;

    public static StateChange Down(OperatorOrder order, ChangeOrigin origin)
    {
        var change = StateChange.Down(order.Down, origin);
        return order.For is { } period ? For(period, order, origin, StateChange.Down) : change;
    }

    public static StateChange Update(OperatorOrder order, ChangeOrigin origin)
    {
        var change = StateChange.Update(order.Down, origin);
        if (order.Extend is { } by)
        {
            var extension = StateChange.Extend(by, origin);
            return order.Down == new DownOrder() && origin.Reason is null
                ? extension
                : change with { Apply = (before, now) => extension.Apply(change.Apply(before, now), now) };
        }

        return order.For is { } period ? For(period, order, origin, StateChange.Update) : change;
    }

    /// <summary>Takes the site up; what is up already is left as it is: the history does not say it twice.</summary>
    public static StateChange Up(ChangeOrigin origin, Func<DownFileDocument?, DateTimeOffset, bool> isWindowOpen)
    {
        var change = StateChange.Up(origin, isWindowOpen);
        return change with
        {
            Apply = (before, now) => before is null or { Down: false } && !isWindowOpen(before, now)
                ? before
                : change.Apply(before, now),
        };
    }

    public static StateChange AddWindow(WindowDefinition window, ChangeOrigin origin)
    {
        var change = StateChange.AddWindow(window, origin);
        return change with
        {
            Apply = (before, now) => before?.Windows.Count >= MostWindows
                ? throw new ChangeRefusedException(
                    ChangeRefusal.Invalid, "There are 1,000 windows already; remove those that are over first.")
                : change.Apply(before, now),
        };
    }

    /// <summary>The end is reckoned when the change is made: who waited for the lock does not lose that time.</summary>
    private static StateChange For(
        TimeSpan period, OperatorOrder order, ChangeOrigin origin, Func<DownOrder, ChangeOrigin, StateChange> change)
        => change(order.Down, origin) with
        {
            Apply = (before, now) => change(order.Down with { Until = Moments.Later(now, period) }, origin)
                .Apply(before, now),
        };
}
