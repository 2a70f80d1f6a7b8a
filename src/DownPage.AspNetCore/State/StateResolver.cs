using DownPage.DownFile;
using DownPage.Schedule;

namespace DownPage.AspNetCore.State;

/// <summary>
/// What holds, of all sources: the configuration's Enabled, then app_offline.htm, the down file, the schedule.
/// </summary>
internal sealed class StateResolver(
    MaintenanceModeOptions options, DownFileDocument? document, MaintenanceSource source, WindowSchedule schedule)
{
    /// <param name="options">Valid options.</param>
    /// <param name="document">What was read, its windows valid; null: there is none.</param>
    /// <param name="source">Where it was read.</param>
    public static StateResolver Create(
        MaintenanceModeOptions options,
        DownFileDocument? document,
        MaintenanceSource source = MaintenanceSource.DownFile)
    {
        var windows = options.Windows.Select((window, index) => window.Definition(index))
            .Concat(document?.Windows ?? []);
        return new StateResolver(
            options, document, source, new WindowSchedule([.. windows.Select(ScheduledWindow.Parse)]));
    }

    /// <summary>The window that is open and not lifted; null: none.</summary>
    public WindowOccurrence? OpenWindow(DateTimeOffset now) => schedule.Current(now, document?.LiftedAt);

    /// <param name="now">The moment.</param>
    /// <param name="failed">Whether the document could not be read; then the one known last is here.</param>
    /// <param name="offline">The file that takes an app down below IIS; null: there is none.</param>
    public MaintenanceState At(DateTimeOffset now, bool failed, AppOfflineFile? offline = null)
    {
        var announcement = Announcement(now);
        var up = MaintenanceState.Up with { Announcement = announcement };
        if (options.Enabled is { } enabled)
        {
            return (enabled ? Configured(MaintenanceSource.Configuration) : MaintenanceState.Up) with
            {
                Source = MaintenanceSource.Configuration,
                Announcement = announcement,
            };
        }

        if (offline is not null)
        {
            return ByAppOffline(offline) with { Announcement = announcement };
        }

        if (failed && options.OnStoreFailure == StoreFailurePolicy.Down)
        {
            return Configured(MaintenanceSource.StoreFailure) with { Announcement = announcement };
        }

        if (document is { Down: true } && !(failed && options.OnStoreFailure == StoreFailurePolicy.Up)
            && (document.Until is not { } until || now < until))
        {
            return ByFile(document) with { Announcement = announcement };
        }

        return schedule.Current(now, document?.LiftedAt) is { } occurrence
            ? ByWindow(occurrence) with { Announcement = announcement }
            : up;
    }

    /// <summary>When the answer may be another; null: not by time.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now)
    {
        var byFile = document is { Down: true, Until: { } until } && until > now ? until : (DateTimeOffset?)null;
        var bySchedule = schedule.NextChange(now);
        return byFile is null ? bySchedule : bySchedule is null || byFile < bySchedule ? byFile : bySchedule;
    }

    /// <summary>How long until somebody should look again: as often as is wanted, or when time changes something.</summary>
    public TimeSpan NextLook(DateTimeOffset now, TimeSpan poll)
        => NextChange(now) is { } next && next - now < poll
            ? TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling((next - now).TotalMilliseconds)))
            : poll;

    private MaintenanceState Configured(MaintenanceSource source) => new()
    {
        IsDown = true,
        Source = source,
        Mode = options.Mode,
        Scopes = [.. options.Scopes],
        Message = options.Message,
        Reason = options.Reason,
        StatusCode = options.StatusCode,
        RetryAfter = options.RetryAfter > TimeSpan.Zero ? options.RetryAfter : null,
        Refresh = options.Refresh,
        RedirectTo = options.RedirectTo,
    };

    /// <summary>IIS knows no part of a site, and no end.</summary>
    private MaintenanceState ByAppOffline(AppOfflineFile offline) => Configured(MaintenanceSource.AppOffline) with
    {
        Mode = MaintenanceKind.Full,
        Scopes = [],
        Since = offline.WrittenAt,
        RedirectTo = null,
    };

    private MaintenanceState ByFile(DownFileDocument file) => Configured(source) with
    {
        Mode = ModeOf(file.Mode) ?? options.Mode,
        Scopes = file.Scopes ?? [.. options.Scopes],
        Message = file.Message ?? options.Message,
        Reason = file.Reason ?? options.Reason,
        Actor = file.Actor,
        Since = file.Since,
        Until = file.Until,
        StatusCode = file.StatusCode ?? options.StatusCode,
        RetryAfter = (file.RetryAfter ?? options.RetryAfter) is { } delay && delay > TimeSpan.Zero ? delay : null,
        Refresh = file.Refresh ?? options.Refresh,
        RedirectTo = file.RedirectTo ?? options.RedirectTo,
        AllowedNetworks = file.AllowNetworks ?? [],
    };

    private MaintenanceState ByWindow(WindowOccurrence occurrence)
    {
        var window = occurrence.Window.Definition;
        return Configured(MaintenanceSource.Schedule) with
        {
            Mode = ModeOf(window.Mode) ?? options.Mode,
            Scopes = window.Scopes.Count > 0 ? window.Scopes : [.. options.Scopes],
            Message = window.Message ?? options.Message,
            Since = occurrence.Start,
            Until = occurrence.End,
            Window = window.Name,
        };
    }

    private MaintenanceAnnouncement? Announcement(DateTimeOffset now)
        => schedule.Announced(now) is { } next
            ? new MaintenanceAnnouncement(
                next.Start, next.End, next.Window.Definition.Message, next.Window.Definition.Name ?? "")
            : null;

    private static MaintenanceKind? ModeOf(string? name) => name switch
    {
        null => null,
        _ when string.Equals(name, "readOnly", StringComparison.OrdinalIgnoreCase) => MaintenanceKind.ReadOnly,
        _ => MaintenanceKind.Full,
    };
}
