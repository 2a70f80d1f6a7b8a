using System.CommandLine;
using DownPage.Switching;
using DownPage.Tool.Output;

namespace DownPage.Tool.Offline;

/// <summary>Lays IIS's file over a site, or takes it away, and says what came of it.</summary>
internal sealed class OfflineRun(ToolContext context, OfflineOptions options, ParseResult typed)
{
    private readonly Palette palette = Palette.Of(context);

    public async Task<int> OfflineAsync(string? pageName, string? culture, CancellationToken cancellationToken)
    {
        var site = Open();
        var chosen = OfflinePage.Of(site.Pages, pageName, culture);
        var change = Do(site, () => site.File.Raise(chosen.Page.Content));
        foreach (var remark in chosen.Remarks)
        {
            Warn(remark);
        }

        if (change.HasChanged)
        {
            await RecordAsync(site, ChangeAction.Offline, null, cancellationToken);
        }

        await SettleFlagAsync(site, cancellationToken);
        TellKept(change);
        if (options.IsJson(typed))
        {
            OfflineText.WriteJson(context.Out, isOffline: true, site, change, chosen.Page);
        }
        else
        {
            OfflineText.WriteOffline(context.Out, palette, site, chosen.Page, change);
        }

        return ExitCode.Success;
    }

    public async Task<int> OnlineAsync(CancellationToken cancellationToken)
    {
        var site = Open();
        var change = Do(site, site.File.Lower);
        var downFor = change.Since is { } since
            ? TimeSpan.FromTicks(Math.Max(0, (context.Clock.GetUtcNow() - since).Ticks))
            : (TimeSpan?)null;
        if (change.HasChanged)
        {
            await RecordAsync(site, ChangeAction.Online, downFor, cancellationToken);
        }

        await SettleFlagAsync(site, cancellationToken);
        TellKept(change);
        if (options.IsJson(typed))
        {
            OfflineText.WriteJson(context.Out, isOffline: false, site, change, null);
        }
        else
        {
            OfflineText.WriteOnline(context.Out, palette, site, change, downFor);
        }

        if (site.IsHeldDown)
        {
            Warn("the down file still takes the site down: downpage status says why, downpage up ends it.");
        }

        return ExitCode.Success;
    }

    private OfflineSite Open()
    {
        var site = OfflineSite.Open(options.App(typed), context, out var warning);
        if (warning is not null)
        {
            Warn(warning);
        }

        return site;
    }

    private static OfflineChange Do(OfflineSite site, Func<OfflineChange> change)
    {
        try
        {
            return change();
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(
                DiagnosticCodes.OfflineNotWritten,
                $"'{site.File.Live}' cannot be changed: {failed.Message.TrimEnd('.')}. The site is as it was. Run the "
                    + "command as a user who may write there; look for a full disk (df), a volume that is mounted read-only, or a folder of "
                    + "that name.");
        }
    }

    private async Task RecordAsync(
        OfflineSite site, string action, TimeSpan? downFor, CancellationToken cancellationToken)
    {
        var actor = options.Actor(typed) ?? context.Actor;
        var entry = OfflineSite.Entry(action, context.Clock.GetUtcNow(), actor, options.Reason(typed));
        if (await site.RecordAsync(entry with { DownFor = downFor }, cancellationToken) is { } problem)
        {
            Warn($"the change stands, but the history does not say so: {problem}");
        }
    }

    private async Task SettleFlagAsync(OfflineSite site, CancellationToken cancellationToken)
    {
        if (await site.SettleFlagAsync(context.Clock, cancellationToken) is { } problem)
        {
            Warn($"the change stands, but front-end servers do not know it: {problem}");
        }
    }

    private void TellKept(OfflineChange change)
    {
        foreach (var kept in change.Kept)
        {
            Warn($"a file that was not of this command is kept as '{kept}'.");
        }
    }

    private void Warn(string what) => context.Error.WriteLine($"{palette.Notable("warning:")} {what}");
}
