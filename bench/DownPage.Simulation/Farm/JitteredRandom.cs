namespace DownPage.Simulation.Farm;

/// <summary>
/// The package waits an interval times 0.5 + 0.5 x a random number. Other numbers make other jitters of it: 1 each time
/// makes none, -1 to 1 make a full one.
/// </summary>
internal sealed class JitteredRandom(int seed, Jitter jitter) : Random(seed)
{
    public override double NextDouble() => jitter switch
    {
        Jitter.None => 1,
        Jitter.Full => (2 * base.NextDouble()) - 1,
        _ => base.NextDouble(),
    };
}
