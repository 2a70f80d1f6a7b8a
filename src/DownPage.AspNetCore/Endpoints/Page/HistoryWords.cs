using DownPage.History;
using DownPage.Switching;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>Changes in words.</summary>
internal static class HistoryWords
{
    public static Markup Action(HistoryEntry entry) => entry.Action switch
    {
        ChangeAction.Down => Markup.Of($"Taken down"),
        ChangeAction.Update => Markup.Of($"Changed"),
        ChangeAction.Extend => Markup.Of($"Extended"),
        ChangeAction.Up => Markup.Of($"Taken up"),
        ChangeAction.Restore => Markup.Of($"Put back as it was"),
        ChangeAction.AddWindow => Markup.Of($"Window {PageText.Isolated(entry.Window)} added"),
        ChangeAction.RemoveWindow => Markup.Of($"Window {PageText.Isolated(entry.Window)} removed"),
        ChangeAction.Offline => Markup.Of($"<code>app_offline.htm</code> put in place"),
        ChangeAction.Online => Markup.Of($"<code>app_offline.htm</code> taken away"),
        _ => PageText.Isolated(entry.Action),
    };

    public static Markup Source(HistoryEntry entry) => entry.Source switch
    {
        ChangeSource.Command => Markup.Of($"by the command"),
        ChangeSource.Endpoint => Markup.Of($"through the endpoint"),
        ChangeSource.Page => Markup.Of($"on this page"),
        ChangeSource.Code => Markup.Of($"by the app itself"),
        _ => PageText.Isolated(entry.Source),
    };
}
