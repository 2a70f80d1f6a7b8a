using System.Globalization;
using DownPage.Simulation.Farm;
using DownPage.Testing;

namespace DownPage.Simulation;

/// <summary>Prints the table of bench/README.md and draws docs/farm.svg.</summary>
internal static class Program
{
    private const int Nodes = 2_000;
    private const int Seed = 5;

    private static readonly int[] Intervals = [1, 2, 5, 10, 30];

    private static void Main()
    {
        List<FarmFigures> all = [];
        foreach (var jitter in Enum.GetValues<Jitter>())
        {
            foreach (var interval in Intervals)
            {
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{interval} s, jitter {jitter}"));
                all.Add(FarmMeasurement.Of(Nodes, TimeSpan.FromSeconds(interval), jitter, Seed));
            }
        }

        Console.WriteLine(FarmTable.Of(all.OrderBy(row => row.Interval).ThenBy(row => row.Jitter)));
        var picture = Path.Combine(RepositoryPaths.Root, "docs", "farm.svg");
        File.WriteAllText(picture, FarmPlot.Of(all, Nodes));
        Console.Error.WriteLine(picture);
    }
}
