namespace DownPage.DownFile;

/// <summary>What reading the down file came to.</summary>
/// <param name="Document">What it says. Null: there is no file, or it could not be read.</param>
/// <param name="Failure">Why it could not be read. Null: it could, or there is none.</param>
/// <param name="Warnings">Members that were passed over, for the log.</param>
internal sealed record DownFileReading(DownFileDocument? Document, string? Failure, IReadOnlyList<string> Warnings)
{
    public static DownFileReading Absent { get; } = new(null, null, []);

    public static DownFileReading Failed(string why) => new(null, why, []);
}
