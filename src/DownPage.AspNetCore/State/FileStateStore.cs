using DownPage.DownFile;
using Microsoft.Extensions.Hosting;

namespace DownPage.AspNetCore.State;

/// <summary>The down file, wherever the options say that it is now.</summary>
internal sealed class FileStateStore(OptionsSource options, IHostEnvironment environment) : IStateStore
{
    private volatile Place? known;

    public DownFileReading Read() => File()?.Read() ?? DownFileReading.Absent;

    public Task WriteAsync(Func<DownFileDocument?, DownFileDocument?> change, CancellationToken cancellationToken)
        => File() is { } file
            ? file.WriteAsync(change, cancellationToken)
            : throw new InvalidOperationException(
                "There is no down file to write to: MaintenanceMode:DownFile is empty. "
                + "Give it a path, or switch by MaintenanceMode:Enabled.");

    private DownFileStore? File()
    {
        if (options.Current.DownFile is not { Length: > 0 } name)
        {
            return null;
        }

        var path = Path.GetFullPath(name, environment.ContentRootPath);
        var place = known;
        if (place is null || !string.Equals(place.Path, path, StringComparison.Ordinal))
        {
            known = place = new Place(path, new DownFileStore(path));
        }

        return place.File;
    }

    private sealed record Place(string Path, DownFileStore File);
}
