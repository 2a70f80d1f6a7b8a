namespace DownPage.Simulation.Farm;

/// <summary>How much of the pause between two readings is random.</summary>
internal enum Jitter
{
    /// <summary>Nothing: for comparison.</summary>
    None,

    /// <summary>The second half of it, as the package does it.</summary>
    Half,

    /// <summary>All of it, for comparison; the package waits a quarter of the interval at least.</summary>
    Full,
}
