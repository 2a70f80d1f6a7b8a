using System.Globalization;

namespace DownPage.Bench;

/// <summary>One line of a benchmark's table: what, its figure, and what it is compared with.</summary>
internal sealed record Row(string What, string Figure, string Compared = "")
{
    public static Row Seconds(string what, Series series, string compared = "")
        => new(what, string.Create(CultureInfo.InvariantCulture, $"{series.Median:0.000} s ({series.Min:0.000} to {series.Max:0.000})"), compared);

    public override string ToString() => $"  {What,-58} {Figure,-32} {Compared}";
}
