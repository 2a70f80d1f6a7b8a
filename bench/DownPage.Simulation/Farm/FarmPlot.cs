using DownPage.Simulation.Plot;

namespace DownPage.Simulation.Farm;

/// <summary>The figures as a picture.</summary>
internal static class FarmPlot
{
    private const int Steps = 60;
    private const double Soonest = 0.1;

    private static readonly string[] Styles = ["a", "b", "c", "d", "e"];

    public static string Of(IReadOnlyList<FarmFigures> all, int nodes)
    {
        var half = all.Where(row => row.Jitter == Jitter.Half).ToArray();
        var none = all.Where(row => row.Jitter == Jitter.None).ToArray();
        var most = half[^1].Interval.TotalSeconds;
        return Picture.Of(
            $"How {nodes} nodes follow a change, and what that asks of the store",
            "Left: the share of the nodes that follow, by the time since the change, for intervals of 1, 2, 5, 10 and 30 "
            + "seconds: all do within the interval. Right: readings a second by interval, in the mean, in the worst "
            + "second, and after all nodes started at once, with jitter and without.",
            [
                new Panel(
                    "How soon they follow",
                    new Axis("seconds since the change", Soonest, most, [0.1, 0.3, 1, 3, 10, 30], IsLogarithmic: true),
                    new Axis("nodes that follow (%)", 0, 100, [0, 25, 50, 75, 100], IsLogarithmic: false),
                    [.. half.Select(Curve)]),
                new Panel(
                    "What the store is asked",
                    new Axis("interval (seconds)", 1, most, [1, 2, 5, 10, 30], IsLogarithmic: true),
                    new Axis("readings a second", 100, 30_000, [100, 300, 1_000, 3_000, 10_000, 30_000], IsLogarithmic: true),
                    [
                        Line("in the mean", "a", half, row => row.MeanReads) with { LabelShift = 12 },
                        Line("in the worst second", "b", half, row => row.WorstReads),
                        Line("when all start at once", "d", half, row => row.WorstAtRestart),
                        Line("without jitter, later", "e other", none, row => row.WorstAfterRestart) with
                        {
                            LabelShift = 14,
                        },
                    ]),
            ]);
    }

    private static Series Curve(FarmFigures row, int index)
    {
        var points = Enumerable.Range(0, Steps + 1)
            .Select(step => (double)step / Steps)
            .Select(share => (X: share == 0 ? 0 : row.Within(share).TotalSeconds, Y: share * 100))
            .SkipWhile(point => point.X < Soonest);
        return new Series($"{row.Interval.TotalSeconds:0} s", Styles[index], [.. points]) { IsLabelAbove = true };
    }

    private static Series Line(string label, string style, FarmFigures[] rows, Func<FarmFigures, double> value)
        => new(label, style, [.. rows.Select(row => (row.Interval.TotalSeconds, value(row)))]) { HasMarks = true };
}
