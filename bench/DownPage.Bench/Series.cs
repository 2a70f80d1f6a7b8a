namespace DownPage.Bench;

/// <summary>The figures of one thing that was measured several times.</summary>
internal sealed class Series
{
    private readonly List<double> values = [];

    public double Median => Sorted()[values.Count / 2];

    public double Min => values.Min();

    public double Max => values.Max();

    public void Add(double value) => values.Add(value);

    /// <summary>The median of the ratios of runs that were made in turn: a machine that slows down slows both.</summary>
    public double RatioTo(Series other)
    {
        var ratios = values.Zip(other.values, (mine, theirs) => mine / theirs).Order().ToList();
        return ratios[ratios.Count / 2];
    }

    /// <summary>The median of the differences of runs that were made in turn.</summary>
    public double DifferenceTo(Series other)
    {
        var differences = values.Zip(other.values, (mine, theirs) => mine - theirs).Order().ToList();
        return differences[differences.Count / 2];
    }

    private List<double> Sorted() => [.. values.Order()];
}
