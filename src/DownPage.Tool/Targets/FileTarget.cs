using DownPage.DownFile;
using DownPage.History;
using DownPage.Schedule;
using DownPage.Status;
using DownPage.Switching;
using DownPage.Tool.Apps;
using DownPage.Tool.Arguments;

namespace DownPage.Tool.Targets;

/// <summary>A site that is switched by its down file, whether it runs or not.</summary>
internal sealed class FileTarget : IStateTarget
{
    // Each lost race is a change that somebody else has made meanwhile.
    private const int Tries = 100;

    private readonly AppFolder? app;
    private readonly ToolContext context;
    private readonly StateFile file;
    private readonly FileStatus status;
    private readonly FileFlag flag;
    private readonly FileWarnings warnings;
    private DownFileDocument? held;
    private bool isHeld;

    /// <param name="path">The down file.</param>
    /// <param name="app">The app that it belongs to. Null: not known.</param>
    /// <param name="context">The world.</param>
    public FileTarget(string path, AppFolder? app, ToolContext context)
    {
        this.app = app;
        this.context = context;
        status = new FileStatus(app);
        flag = new FileFlag(path, app, status);
        file = new StateFile(path, flag.Order);
        warnings = new FileWarnings(app, flag);
    }

    public string Name => file.Path;

    /// <summary>Nothing is held open between one call and the next.</summary>
    public void Dispose()
    {
    }

    public Task<StatusDocument> ReadAsync(CancellationToken cancellationToken)
    {
        var reading = Read();
        var now = status.Of(reading.Document, context.Clock.GetUtcNow());
        string[] problems = [.. reading.Warnings.Append(now.Problem).Append(flag.Problem(now)).OfType<string>()];
        return Task.FromResult(now with { Problem = problems.Length == 0 ? null : string.Join(" ", problems) });
    }

    public async Task<TargetChange> DownAsync(
        DownOrder order, ChangeOrigin origin, CancellationToken cancellationToken)
    {
        if (app is { Enabled: false })
        {
            throw Decided("false", "the site would stay up");
        }

        OrderCheck.Check(order, origin, context.Clock.GetUtcNow());
        for (var left = Tries; ; left--)
        {
            // What is written decides whether this is a change or a beginning, and it may have changed when it is made.
            var before = Read().Document;
            var isDown = before is { Down: true } && !(before.Until <= context.Clock.GetUtcNow());
            var change = isDown ? StateChange.Update(order, origin) : StateChange.Down(order, origin);
            try
            {
                var done = await MakeAsync(change.IfRevision(StateRevision.Of(before)), cancellationToken);
                (held, isHeld) = isHeld ? (held, true) : (before, true);
                return done;
            }
            catch (ToolException other) when (left > 1 && other.Code == DiagnosticCodes.StateChangedMeanwhile)
            {
            }
        }
    }

    public Task<TargetChange> ExtendAsync(TimeSpan by, ChangeOrigin origin, CancellationToken cancellationToken)
        => MakeAsync(StateChange.Extend(by, origin), cancellationToken);

    public Task<TargetChange> RenewAsync(
        TimeSpan by, string revision, ChangeOrigin origin, CancellationToken cancellationToken)
        => MakeAsync(StateChange.Extend(by, origin).IfRevision(revision), cancellationToken);

    public Task<TargetChange> RestoreAsync(
        StatusDocument before, string revision, ChangeOrigin origin, CancellationToken cancellationToken)
        => MakeAsync(StateChange.Restore(held, revision, origin), cancellationToken);

    public Task<TargetChange> UpAsync(ChangeOrigin origin, string? revision, CancellationToken cancellationToken)
    {
        if (app is { Enabled: true })
        {
            throw Decided("true", "the site would stay down");
        }

        var up = StateChange.Up(origin, (document, now) => status.OpenWindow(document, now) is not null);
        var change = up with { Apply = (before, now) => IsUp(before, now) ? before : up.Apply(before, now) };
        return MakeAsync(revision is null ? change : change.IfRevision(revision), cancellationToken);
    }

    public Task<TargetChange> AddWindowAsync(
        WindowDefinition window, ChangeOrigin origin, CancellationToken cancellationToken)
    {
        WindowCheck.Check(window);
        return MakeAsync(StateChange.AddWindow(window, origin), cancellationToken);
    }

    public Task<TargetChange> RemoveWindowAsync(
        string name, ChangeOrigin origin, CancellationToken cancellationToken)
        => MakeAsync(StateChange.RemoveWindow(name, origin), cancellationToken);

    public Task<IReadOnlyList<HistoryEntry>> HistoryAsync(int most, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult(file.History(most));
        }
        catch (IOException failed)
        {
            throw new ToolException(
                DiagnosticCodes.HistoryUnreadable,
                $"{failed.Message.TrimEnd('.')}. Give yourself the right to read it, or delete it: the state does not "
                + "depend on it.");
        }
    }

    private bool IsUp(DownFileDocument? document, DateTimeOffset now)
        => document is null or { Down: false } && status.OpenWindow(document, now) is null;

    private DownFileReading Read()
    {
        var reading = file.Read();
        return reading.Failure is { } failure
            ? throw new ToolException(
                DiagnosticCodes.StateUnreadable,
                $"{failure.TrimEnd('.')}. The app keeps to what it knew last. Mend it, or delete it, which takes the site "
                + "up; what it holds is not written over.")
            : reading;
    }

    private async Task<TargetChange> MakeAsync(StateChange change, CancellationToken cancellationToken)
    {
        _ = Read();
        try
        {
            var write = await file.ChangeAsync(change, context.Clock, cancellationToken);
            var now = context.Clock.GetUtcNow();
            var after = status.Of(write.After, now);
            return new TargetChange(status.Of(write.Before, now).Down, write.Changed, after, warnings.Of(write, after));
        }
        catch (ChangeRefusedException refused)
        {
            throw Refusals.Told(refused);
        }
        catch (IOException failed)
        {
            throw new ToolException(DiagnosticCodes.StateNotWritten, failed.Message);
        }
    }

    private static ToolException Decided(string value, string what) => new(
        DiagnosticCodes.ConfigurationDecides,
        $"MaintenanceMode:Enabled is {value} in the app's configuration, which wins over the down file: {what}, and "
        + "nothing was written. Take it out of the configuration, or name the down file with --file to write it even so.");
}
