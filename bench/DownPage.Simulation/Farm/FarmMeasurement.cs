namespace DownPage.Simulation.Farm;

/// <summary>One interval, one jitter: calm, changes, an outage, a restart of all.</summary>
internal static class FarmMeasurement
{
    private const int Changes = 10;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <param name="size">How many nodes.</param>
    /// <param name="interval">Within how long they are to follow.</param>
    /// <param name="jitter">How they spread their readings.</param>
    /// <param name="seed">The same makes the same figures.</param>
    public static FarmFigures Of(int size, TimeSpan interval, Jitter jitter, int seed)
    {
        var farm = new SimulatedFarm(size, interval, jitter, seed);
        var (clock, cache) = (farm.Clock, farm.Cache);

        // As a farm is rolled out: not all at the same moment.
        farm.Start(Minute);
        clock.Advance(Minute + (3 * interval));
        var calm = clock.Now;
        clock.Advance(Minute);
        var (calmEnd, followed) = (clock.Now, new List<TimeSpan>());
        for (var change = 0; change < Changes; change++)
        {
            farm.Rest(2 * interval);
            followed.AddRange(farm.Change());
        }

        cache.IsSilent = true;
        clock.Advance(Minute);
        cache.IsSilent = false;
        var back = clock.Now;
        var afterOutage = farm.Change().Max();
        clock.Advance(Minute / 2);
        var outageOver = clock.Now;

        clock.Advance(Second - TimeSpan.FromTicks(clock.Now.Ticks % Second.Ticks));
        var restart = clock.Now;
        farm.Start(TimeSpan.Zero);
        clock.Advance(Minute / 2);
        var listed = farm.Listed();
        clock.Advance(Second);
        var later = clock.Now;
        clock.Advance(Minute);

        followed.Sort();
        return new FarmFigures(interval, jitter)
        {
            Followed = followed,
            MeanReads = cache.Reads.Mean(calm, calmEnd),
            WorstReads = cache.Reads.Worst(calm, calmEnd),
            MeanWrites = cache.Writes.Mean(calm, calmEnd),
            AllAfterOutage = afterOutage,
            WorstAfterOutage = cache.Reads.Worst(back, outageOver),
            WorstAtRestart = cache.Reads.Worst(restart, restart + Second),
            WritesAtRestart = cache.Writes.Worst(restart, restart + Second),
            Listed = listed,
            WorstAfterRestart = cache.Reads.Worst(later, clock.Now),
        };
    }
}
