using System.Globalization;

namespace DownPage.Soak.Running;

/// <summary>The machine's load while the run went on: of whom it is shared with, too.</summary>
internal sealed class LoadAverage
{
    private readonly List<double> samples = [Read()];

    public void Sample() => samples.Add(Read());

    public override string ToString()
    {
        var average = samples.Skip(1).DefaultIfEmpty(samples[0]).Average();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{samples[0]:F1} at the start, {average:F1} on average, {samples.Max():F1} at most");
    }

    private static double Read()
        => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);
}
