using DownPage.History;
using DownPage.Switching;
using DownPage.Tool.Apps;
using DownPage.Tool.Pages;
using DownPage.Tool.Targets;

namespace DownPage.Tool.Offline;

/// <summary>
/// A content root with its pages, as far as they are there: a site that is half deployed must be taken offline, too.
/// </summary>
internal sealed class OfflineSite
{
    private readonly StateFile? state;

    private OfflineSite(string contentRoot, string pagesFolder, AppFolder? app)
    {
        ContentRoot = contentRoot;
        HonorsAppOffline = app?.HonorsAppOffline ?? true;
        Pages = PageFolder.Read(pagesFolder);
        File = new OfflineFile(contentRoot, IsOurs);
        state = app?.DownFile is { } downFile
            ? new StateFile(downFile, new FileFlag(downFile, app, new FileStatus(app)).Order)
            : null;
    }

    public string ContentRoot { get; }

    public BuiltPages Pages { get; }

    public OfflineFile File { get; }

    /// <summary>Whether <c>UseMaintenanceMode()</c> heeds the file.</summary>
    public bool HonorsAppOffline { get; }

    /// <summary>Whether the down file says that the site is down, whatever IIS's file says.</summary>
    public bool IsHeldDown => state?.Read().Document is { Down: true };

    /// <param name="folder">The content root, from the context's folder.</param>
    /// <param name="context">The world.</param>
    /// <param name="warning">Why the app's settings do not count. Null: they do.</param>
    /// <exception cref="ToolException">There is no such folder, or no app in it.</exception>
    public static OfflineSite Open(string folder, ToolContext context, out string? warning)
    {
        warning = null;
        try
        {
            var app = AppFolder.Open(folder, context);
            return new OfflineSite(app.Path, app.PagesFolder, app);
        }
        catch (ToolException torn) when (torn.Code == DiagnosticCodes.SettingsUnreadable)
        {
            warning = $"{torn.Message} The pages are looked for in '_downpage', and the history says nothing of this.";
            var root = Path.GetFullPath(folder, context.Directory);
            return new OfflineSite(root, Path.Combine(root, "_downpage"), null);
        }
    }

    /// <returns>Why the history does not say it. Null: it does, or there is none.</returns>
    public async Task<string?> RecordAsync(HistoryEntry entry, CancellationToken cancellationToken)
        => state is null ? null : await state.RecordAsync(entry, cancellationToken);

    /// <summary>Has front-end servers show what the app shows, which need not run.</summary>
    /// <returns>Why they do not. Null: they do.</returns>
    public async Task<string?> SettleFlagAsync(TimeProvider clock, CancellationToken cancellationToken)
        => state is null ? null : await state.SettleAsync(clock, cancellationToken);

    public static HistoryEntry Entry(string action, DateTimeOffset now, string? actor, string? reason) => new()
    {
        At = now,
        Action = action,
        Source = ChangeSource.Command,
        Actor = actor,
        Reason = reason,
        Machine = Environment.MachineName,
    };

    /// <summary>Whether a file is a page of a build, of this one or of an earlier one.</summary>
    private bool IsOurs(byte[] content)
        => PageHead.Of(content).Stamp is not null
            || Pages.Html.Any(page => page.Content.AsSpan().SequenceEqual(content));
}
