using System.Globalization;

namespace DownPage.Simulation.Plot;

/// <summary>One direction of a plot.</summary>
/// <param name="Title">What it is, with its unit.</param>
/// <param name="From">The least value that is shown.</param>
/// <param name="To">The greatest.</param>
/// <param name="Ticks">The values that are written beside it.</param>
/// <param name="IsLogarithmic">Whether equal steps are equal ratios.</param>
internal sealed record Axis(string Title, double From, double To, IReadOnlyList<double> Ticks, bool IsLogarithmic)
{
    /// <summary>Where a value is: 0 at the beginning, 1 at the end; beyond them it is at them.</summary>
    public double At(double value)
    {
        var part = IsLogarithmic
            ? Math.Log(Math.Max(value, From) / From) / Math.Log(To / From)
            : (value - From) / (To - From);
        return Math.Clamp(part, 0, 1);
    }

    public static string Text(double value) => value.ToString("#,0.###", CultureInfo.InvariantCulture);
}
