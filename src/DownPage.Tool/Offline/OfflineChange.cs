namespace DownPage.Tool.Offline;

/// <summary>What putting the file there, or taking it away, came to.</summary>
internal sealed record OfflineChange
{
    public bool WasOffline { get; init; }

    public bool HasChanged { get; init; }

    /// <summary>Where files went that somebody else had put there.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>Where our page went. Null: it was not there.</summary>
    public string? Parked { get; init; }

    /// <summary>Since when our page was there. Null: not known.</summary>
    public DateTime? Since { get; init; }
}
