using DownPage.Status;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>The state in words.</summary>
internal static class StateWords
{
    /// <summary>The state's name for the style sheet: each has its colour.</summary>
    public static string Kind(StatusDocument status) => status switch
    {
        { Down: false } => "up",
        { Mode: "readOnly" } => "readonly",
        { Scopes.Count: > 0 } => "partly",
        _ => "down",
    };

    /// <summary>The state in few words, which come first in the title: <c>Down until 06:00 UTC</c>.</summary>
    public static string Headline(StatusDocument status, PageClock clock)
    {
        if (!status.Down)
        {
            return "Up";
        }

        var name = (status.Mode, status.Scopes.Count) switch
        {
            ("readOnly", > 0) => "Partly read-only",
            ("readOnly", _) => "Read-only",
            (_, > 0) => "Partly down",
            _ => "Down",
        };
        return status.Until is { } until ? $"{name} until {clock.Short(until)}" : name;
    }

    /// <summary>What visitors notice of it.</summary>
    public static string Effect(StatusDocument status) => Kind(status) switch
    {
        not "up" and not "readonly" when status.RedirectTo is not null && status.Scopes.Count == 0
            => "Visitors are sent elsewhere.",
        "up" => "Visitors use the site as always.",
        "readonly" => "Visitors can look at everything; whatever would change something is refused.",
        "partly" => "Only the parts that are named below are shut; the rest of the site is open.",
        _ => "Visitors are shown a page instead of the site.",
    };

    /// <summary>Who decides.</summary>
    public static Markup Source(StatusDocument status) => status.Source switch
    {
        "configuration" => Markup.Of($"the configuration, <code>MaintenanceMode:Enabled</code>"),
        "appOffline" => Markup.Of($"the file <code>app_offline.htm</code>"),
        "downFile" => Markup.Of($"the down file of this machine"),
        "sharedStore" => Markup.Of($"the state that all nodes share"),
        "schedule" => Markup.Of($"the window {PageText.Isolated(status.Window)} of the schedule"),
        "storeFailure" => Markup.Of($"a failure: the state cannot be read"),
        _ => Markup.Of($"nobody has asked for anything else"),
    };
}
