namespace DownPage.Simulation.Farm;

/// <summary>How often a store was asked in each second.</summary>
internal sealed class StoreLoad
{
    private readonly List<int> seconds = [];

    public void Add(TimeSpan at)
    {
        var second = (int)at.TotalSeconds;
        while (seconds.Count <= second)
        {
            seconds.Add(0);
        }

        seconds[second]++;
    }

    /// <summary>In the mean of the whole seconds of a span.</summary>
    public double Mean(TimeSpan from, TimeSpan to) => Of(from, to).DefaultIfEmpty(0).Average();

    /// <summary>In the worst second of a span.</summary>
    public int Worst(TimeSpan from, TimeSpan to) => Of(from, to).DefaultIfEmpty(0).Max();

    private IEnumerable<int> Of(TimeSpan from, TimeSpan to)
        => Enumerable.Range((int)from.TotalSeconds, (int)to.TotalSeconds - (int)from.TotalSeconds)
            .Select(second => second < seconds.Count ? seconds[second] : 0);
}
