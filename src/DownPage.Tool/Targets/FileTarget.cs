using DownPage.History;
using DownPage.Schedule;
using DownPage.Status;
using DownPage.Switching;
using DownPage.Tool.Apps;

namespace DownPage.Tool.Targets;

/// <summary>A site that is switched by its down file, whether it runs or not.</summary>
/// <param name="path">The down file.</param>
/// <param name="app">The app that it belongs to. Null: not known.</param>
/// <param name="context">The world.</param>
internal sealed class FileTarget(string path, AppFolder? app, ToolContext context) : IStateTarget
{
    private readonly StateFile file = new(path);

    public string Name => path;

    public void Dispose()
    {
    }

    public Task<StatusDocument> ReadAsync(CancellationToken cancellationToken)
    {
        _ = (file, app, context);
        throw new NotImplementedException();
    }

    public Task<TargetChange> DownAsync(DownOrder order, ChangeOrigin origin, CancellationToken cancellationToken)
        => throw new NotImplementedException();

    public Task<TargetChange> ExtendAsync(TimeSpan by, ChangeOrigin origin, CancellationToken cancellationToken)
        => throw new NotImplementedException();

    public Task<TargetChange> RestoreAsync(
        StatusDocument before, string revision, ChangeOrigin origin, CancellationToken cancellationToken)
        => throw new NotImplementedException();

    public Task<TargetChange> UpAsync(ChangeOrigin origin, string? revision, CancellationToken cancellationToken)
        => throw new NotImplementedException();

    public Task<TargetChange> AddWindowAsync(
        WindowDefinition window, ChangeOrigin origin, CancellationToken cancellationToken)
        => throw new NotImplementedException();

    public Task<TargetChange> RemoveWindowAsync(string name, ChangeOrigin origin, CancellationToken cancellationToken)
        => throw new NotImplementedException();

    public Task<IReadOnlyList<HistoryEntry>> HistoryAsync(int most, CancellationToken cancellationToken)
        => throw new NotImplementedException();
}
