using DownPage.FlagFile;
using DownPage.Status;
using DownPage.Tool.Apps;

namespace DownPage.Tool.Targets;

/// <summary>The flag for front-end servers of a site that is switched by its down file.</summary>
/// <param name="downFile">The down file.</param>
/// <param name="app">The app. Null: not known, so the flag is beside the down file.</param>
/// <param name="status">What holds.</param>
internal sealed class FileFlag(string downFile, AppFolder? app, FileStatus status)
{
    private readonly string? path = app is null ? FlagFileName.Of(null, downFile) : app.FlagFile;

    private readonly IReadOnlyList<string> rules = AppRules.Of(app?.Settings);

    /// <summary>For whoever writes the down file. Null: there is no flag.</summary>
    public FlagFileOrder? Order => path is null || path == downFile
        ? null
        : new FlagFileOrder(path, (document, now) => FlagFileRule.IsWanted(status.Of(document, now), rules));

    /// <summary>What front-end servers get wrong. Null: nothing, or there is none.</summary>
    public string? Problem(StatusDocument now)
    {
        if (Order is null || FlagFileWriter.IsThere(Order.Path) is var isThere
            && isThere == FlagFileRule.IsWanted(now, rules))
        {
            return null;
        }

        return isThere ? Stale(Order.Path, now)
            : app is { HasFrontEnds: true }
                ? $"'{Order.Path}' is missing, so front-end servers do not know that the site is down. The app writes it within "
                    + "a second where it runs; else type `downpage down`."
                : null;
    }

    /// <summary>What an operator should know who has taken a site down that front-end servers cannot show.</summary>
    public string? LeftToTheApp(StatusDocument now)
        => app is { HasFrontEnds: true } && Order is not null && now.Down
            && FlagFileRule.OnlyByTheApp(now, rules) is { Count: > 0 } reasons
            ? $"Front-end servers leave the answer to the app, because of {string.Join(", ", reasons)}: while the app is gone, "
                + "visitors see the page for 502."
            : null;

    /// <summary>What an operator should know whose flag an app may not be able to remove when its time is over.</summary>
    public string? LeftToTheOperator(StatusDocument now)
        => app is { HasFrontEnds: true } && now.Until is not null && Order is { } order
            && FlagFileWriter.IsThere(order.Path) && RootFolder.Holds(order.Path)
            ? $"'{order.Path}' is in a folder of root's: unless the app runs as root, it cannot remove it at the end, and front-end "
                + "servers go on showing the maintenance page. Type `downpage up` then, or name a place in the app's "
                + "MaintenanceMode:FlagFile where its user may write."
            : null;

    private static string Stale(string file, StatusDocument now)
        => now.Down
            ? $"'{file}' is there, though the app alone can answer as it was asked to: front-end servers show the maintenance "
                + "page to everybody. The app removes it within a second where it runs; else type `downpage down` again."
            : $"'{file}' is there, though the site is up: front-end servers show the maintenance page. The app removes it within "
                + "a second where it runs; else type `downpage up`.";
}
