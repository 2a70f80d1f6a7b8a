namespace DownPage.Simulation.Farm;

/// <summary>What a farm with one interval and one jitter does.</summary>
internal sealed record FarmFigures(TimeSpan Interval, Jitter Jitter)
{
    /// <summary>After how long each node followed each change, the shortest first.</summary>
    public required IReadOnlyList<TimeSpan> Followed { get; init; }

    /// <summary>Readings a second while nothing happens.</summary>
    public required double MeanReads { get; init; }

    /// <summary>In the worst second of them.</summary>
    public required int WorstReads { get; init; }

    /// <summary>Values written a second while nothing happens: the nodes' reports.</summary>
    public required double MeanWrites { get; init; }

    /// <summary>Within how long after an outage of the store all follow a change that is made at its end.</summary>
    public required TimeSpan AllAfterOutage { get; init; }

    /// <summary>Readings in the worst second after the outage.</summary>
    public required int WorstAfterOutage { get; init; }

    /// <summary>Readings in the first second after all nodes started at once.</summary>
    public required int WorstAtRestart { get; init; }

    /// <summary>Values written in it.</summary>
    public required int WritesAtRestart { get; init; }

    /// <summary>How many of the nodes an operator sees half a minute after it.</summary>
    public required int Listed { get; init; }

    /// <summary>Readings in the worst second of the minute that begins half a minute after it.</summary>
    public required int WorstAfterRestart { get; init; }

    /// <summary>Within how long the share of the nodes follows.</summary>
    public TimeSpan Within(double share) => Followed[(int)Math.Ceiling(share * Followed.Count) - 1];
}
