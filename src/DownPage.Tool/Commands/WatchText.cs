using System.Globalization;
using DownPage.History;
using DownPage.Status;
using DownPage.Switching;
using DownPage.Tool.Output;

namespace DownPage.Tool.Commands;

/// <summary>What holds, and what was changed, in the few words of <c>status --watch</c>.</summary>
internal static class WatchText
{
    /// <summary>What holds, in lines that keep their places.</summary>
    public static IReadOnlyList<WatchLine> Block(string name, StatusDocument status, TimeProvider clock, Palette palette)
    {
        var now = clock.GetUtcNow();
        var lines = new List<WatchLine>
        {
            new(name, palette.Faint),
            new(State(status), status.Down ? palette.Bad : palette.Good),
        };
        if (status.Down)
        {
            lines.Add(new WatchLine("  " + End(status, now, clock), palette.Strong));
            lines.Add(new WatchLine("  " + By(status, clock), Plain));
        }
        else if (status.Windows.Where(window => !window.IsOpen && window.Start > now).MinBy(window => window.Start) is
        { Start: { } start } next)
        {
            lines.Add(new WatchLine(
                $"  window {next.Definition.Name} opens {MomentText.Of(start, clock)}, in {MomentText.Of(start - now)}",
                palette.Notable));
        }

        if (status.Nodes.Count > 0)
        {
            lines.Add(Nodes(status, palette));
        }

        if (status.Problem is { } problem)
        {
            lines.Add(new WatchLine("  " + PlainText.Of(problem), palette.Notable));
        }

        lines.Add(new WatchLine("Ctrl+C ends.", palette.Faint));
        return lines;
    }

    /// <summary>A change that the history tells of.</summary>
    public static string Of(HistoryEntry entry, TimeProvider clock)
    {
        var what = entry.Action switch
        {
            ChangeAction.Down => "taken down",
            ChangeAction.Update => "changed how it is down",
            ChangeAction.Extend => "extended",
            ChangeAction.Up => "taken up",
            ChangeAction.Restore => "put back as it was",
            ChangeAction.AddWindow => $"window {entry.Window} added",
            ChangeAction.RemoveWindow => $"window {entry.Window} removed",
            ChangeAction.Offline => "app_offline.htm put in place",
            ChangeAction.Online => "app_offline.htm taken away",
            var other => other,
        };
        return PlainText.Of($"{MomentText.Of(entry.At, clock)}  {what} by {entry.Actor ?? "somebody"} ({entry.Source})"
            + (entry.Until is { } until ? $" until {MomentText.Of(until, clock)}" : "")
            + (entry.DownFor is { } span ? $" after {MomentText.Of(span)}" : "")
            + (entry.Reason is { } reason ? $": {reason}" : ""));
    }

    /// <summary>What holds, in one line; of a change that no history tells of, such as a window that opens.</summary>
    public static string Of(StatusDocument status, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return PlainText.Of($"{MomentText.Of(now, clock)}  {State(status)}"
            + (status.Down ? $", {End(status, now, clock)}, {By(status, clock)}" : "")
            + (status.Problem is { } problem ? $"; {problem}" : ""));
    }

    private static string State(StatusDocument status)
        => !status.Down
            ? "UP"
            : PlainText.Of((status.Mode == "readOnly" ? "READ-ONLY" : "DOWN")
                + (status.Scopes.Count > 0 ? " " + string.Join(' ', status.Scopes) : "")
                + (status.Message is { } message ? $"  \"{message}\"" : ""));

    private static string End(StatusDocument status, DateTimeOffset now, TimeProvider clock)
        => status.Until is not { } until ? "without an end"
            : until > now ? $"until {MomentText.Of(until, clock)}, {MomentText.Of(until - now)} left"
            : $"until {MomentText.Of(until, clock)}, which is over";

    private static string By(StatusDocument status, TimeProvider clock)
        => PlainText.Of("by " + (status.Actor ?? status.Source)
            + (status.Window is { } window ? $", window {window}" : "")
            + (status.Since is { } since ? $", since {MomentText.Of(since, clock)}" : "")
            + (status.Reason is { } reason ? $": {reason}" : ""));

    private static WatchLine Nodes(StatusDocument status, Palette palette)
    {
        var late = status.Nodes
            .Where(node => !string.Equals(node.Revision, status.Revision, StringComparison.Ordinal)).ToArray();
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"  {status.Nodes.Count - late.Length} of {status.Nodes.Count} nodes have followed");
        return late.Length == 0
            ? new WatchLine(text, Plain)
            : new WatchLine(PlainText.Of($"{text}; not {string.Join(", ", late.Select(node => node.Name))}"), palette.Notable);
    }

    private static string Plain(string text) => text;
}
