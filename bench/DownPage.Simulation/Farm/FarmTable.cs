using System.Globalization;
using System.Text;

namespace DownPage.Simulation.Farm;

/// <summary>The figures as they stand in bench/README.md.</summary>
internal static class FarmTable
{
    public static string Of(IEnumerable<FarmFigures> all)
    {
        var table = new StringBuilder();
        table.AppendLine(
            "| interval | jitter | half follow | 99 % | all | reads/s | worst second | writes/s | all, after an outage "
            + "| worst second after it | all start at once: reads in the first second | writes in it | listed after 30 s "
            + "| worst second later |");
        table.AppendLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var row in all)
        {
            table.AppendLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {row.Interval.TotalSeconds:0} s | {NameOf(row.Jitter)} | {Text(row.Within(0.5))} "
                + $"| {Text(row.Within(0.99))} | {Text(row.Within(1))} | {row.MeanReads:#,0} | {row.WorstReads:#,0} "
                + $"| {row.MeanWrites:#,0} | {Text(row.AllAfterOutage)} | {row.WorstAfterOutage:#,0} "
                + $"| {row.WorstAtRestart:#,0} | {row.WritesAtRestart:#,0} | {row.Listed:#,0} | {row.WorstAfterRestart:#,0} |"));
        }

        return table.ToString();
    }

    private static string NameOf(Jitter jitter) => jitter switch
    {
        Jitter.None => "none",
        Jitter.Half => "half",
        _ => "full",
    };

    private static string Text(TimeSpan span)
        => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.00} s");
}
