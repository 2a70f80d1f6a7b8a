using DownPage.DownFile;

namespace DownPage.AspNetCore.State;

/// <summary>What reading the state came to.</summary>
/// <param name="Document">What is written. Null: nothing, or it could not be read.</param>
/// <param name="Failure">Why it could not be read. Null: it could, or there is none.</param>
/// <param name="Warnings">What was passed over, for the log.</param>
internal sealed record StateReading(DownFileDocument? Document, string? Failure, IReadOnlyList<string> Warnings)
{
    public static StateReading Absent { get; } = new(null, null, []);

    /// <summary>Where it was read, if it takes the site down.</summary>
    public MaintenanceSource Source { get; init; } = MaintenanceSource.DownFile;

    /// <summary>
    /// Whether a store that has tried again, and keeps what it knew, says that something failed: its document is what to
    /// go by, and its failure counts at once.
    /// </summary>
    public bool IsKept { get; init; }

    /// <summary>Whether the document takes the site down whatever else could not be read.</summary>
    public bool HoldsAnyway { get; init; }

    public static StateReading Of(DownFileReading file)
        => ReferenceEquals(file, DownFileReading.Absent)
            ? Absent
            : new StateReading(file.Document, file.Failure, file.Warnings);
}
