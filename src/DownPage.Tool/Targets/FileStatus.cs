using DownPage.DownFile;
using DownPage.Schedule;
using DownPage.Status;
using DownPage.Switching;
using DownPage.Tool.Apps;
using DownPage.Tool.Output;

namespace DownPage.Tool.Targets;

/// <summary>What holds for a site by its files: what the app would make of them.</summary>
/// <param name="app">The app. Null: not known; its options are taken for the defaults.</param>
internal sealed class FileStatus(AppFolder? app)
{
    // Clocks of two machines are never quite the same.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    private readonly AppDefaults defaults = AppDefaults.Of(app);

    private readonly IReadOnlyList<WindowDefinition> configured = app is null ? [] : AppWindows.Read(app.Settings);

    public StatusDocument Of(DownFileDocument? document, DateTimeOffset now) => Decided(document, now) with
    {
        Revision = StateRevision.Of(document),
        Windows =
        [
            .. configured.Select(window => WindowStatus.Of(window, isConfigured: true, now)),
            .. (document?.Windows ?? []).Select(window => WindowStatus.Of(window, isConfigured: false, now)),
        ],
    };

    /// <summary>The window that is open and not lifted; null: none.</summary>
    public WindowOccurrence? OpenWindow(DownFileDocument? document, DateTimeOffset now)
        => new WindowSchedule(
            [.. configured.Concat(document?.Windows ?? []).Select(ScheduledWindow.Parse)])
            .Current(now, document?.LiftedAt);

    private StatusDocument Decided(DownFileDocument? document, DateTimeOffset now)
    {
        if (app?.Enabled is { } enabled)
        {
            return enabled
                ? Down("configuration")
                : new StatusDocument { Down = false, Source = "configuration", Revision = "" };
        }

        if (app is { HonorsAppOffline: true } && File.Exists(app.AppOffline))
        {
            return Down("appOffline") with
            {
                Mode = "full",
                Scopes = [],
                Since = new DateTimeOffset(File.GetLastWriteTimeUtc(app.AppOffline), TimeSpan.Zero),
                RedirectTo = null,
            };
        }

        if (document is { Down: true } && !(document.Until <= now))
        {
            return ByFile(document, now);
        }

        return OpenWindow(document, now) is { } open
            ? ByWindow(open)
            : new StatusDocument { Down = false, Source = "none", Revision = "" };
    }

    private StatusDocument Down(string source) => new()
    {
        Down = true,
        Source = source,
        Revision = "",
        Mode = ModeOf(defaults.Mode),
        Scopes = defaults.Scopes,
        Message = defaults.Message,
        Reason = defaults.Reason,
        StatusCode = defaults.StatusCode,
        RetryAfter = defaults.RetryAfter,
        Refresh = defaults.Refresh,
        RedirectTo = defaults.RedirectTo,
    };

    private StatusDocument ByFile(DownFileDocument file, DateTimeOffset now) => Down("downFile") with
    {
        Mode = ModeOf(file.Mode ?? defaults.Mode),
        Scopes = file.Scopes ?? defaults.Scopes,
        Message = file.Message ?? defaults.Message,
        Reason = file.Reason ?? defaults.Reason,
        Actor = file.Actor,
        Since = file.Since,
        Until = file.Until,
        StatusCode = file.StatusCode ?? defaults.StatusCode,
        RetryAfter = (file.RetryAfter ?? defaults.RetryAfter) is { } delay && delay > TimeSpan.Zero ? delay : null,
        Refresh = file.Refresh ?? defaults.Refresh,
        RedirectTo = file.RedirectTo ?? defaults.RedirectTo,
        AllowNetworks = file.AllowNetworks ?? [],
        Problem = ClockProblem(file, now),
    };

    private StatusDocument ByWindow(WindowOccurrence open) => Down("schedule") with
    {
        Mode = ModeOf(open.Window.Definition.Mode ?? defaults.Mode),
        Scopes = open.Window.Definition.Scopes.Count > 0 ? open.Window.Definition.Scopes : defaults.Scopes,
        Message = open.Window.Definition.Message ?? defaults.Message,
        Since = open.Start,
        Until = open.End,
        Window = open.Window.Definition.Name,
    };

    private static string? ClockProblem(DownFileDocument file, DateTimeOffset now)
        => file.Since - now is { } ahead && ahead > Slack
            ? $"The site was taken down {MomentText.Of(ahead)} from now, by the clock of whoever did it: that clock or this "
                + "machine's is wrong, or was set back. The end counts by the clock of the machine that the app runs on, "
                + "so the site may stay down that much longer; `downpage up` ends it at once."
            : null;

    private static string ModeOf(string? name)
        => string.Equals(name, "readOnly", StringComparison.OrdinalIgnoreCase) ? "readOnly" : "full";
}
