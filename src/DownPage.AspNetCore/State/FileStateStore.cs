using DownPage.DownFile;
using DownPage.History;
using DownPage.Switching;
using Microsoft.Extensions.Hosting;

namespace DownPage.AspNetCore.State;

/// <summary>The down file, wherever the options say that it is now.</summary>
internal sealed class FileStateStore(
    OptionsSource options, IHostEnvironment environment, SiteFlag flag, TimeProvider clock)
    : IStateStore
{
    private volatile Known? known;

    /// <summary>A file says nothing by itself: the monitor looks.</summary>
    public event Action? Changed
    {
        add { }
        remove { }
    }

    public DownFileDocument? Held => File()?.Read().Document;

    public StateReading Read() => File() is { } file ? StateReading.Of(file.Read()) : StateReading.Absent;

    public Task<StateWrite> WriteAsync(StateChange change, CancellationToken cancellationToken)
        => File() is { } file
            ? file.ChangeAsync(change, clock, cancellationToken)
            : throw new InvalidOperationException(
                "There is no down file to write to: MaintenanceMode:DownFile is empty. "
                + "Give it a path, or switch by MaintenanceMode:Enabled.");

    public Task<IReadOnlyList<HistoryEntry>> ReadHistoryAsync(int most, CancellationToken cancellationToken)
        => Task.FromResult(File()?.History(most) ?? []);

    private StateFile? File()
    {
        if (options.Current.DownFile is not { Length: > 0 } name)
        {
            return null;
        }

        var path = Path.GetFullPath(name, environment.ContentRootPath);
        var order = flag.Order;
        var last = known;
        if (last is null || last.File.Path != path || last.Flag != order?.Path)
        {
            known = last = new Known(new StateFile(path, order), order?.Path);
        }

        return last.File;
    }

    private sealed record Known(StateFile File, string? Flag);
}
