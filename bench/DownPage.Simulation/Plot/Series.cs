namespace DownPage.Simulation.Plot;

/// <summary>A line of a plot.</summary>
/// <param name="Label">Written at its last point.</param>
/// <param name="Style">A class of the picture's style sheet.</param>
/// <param name="Points">From left to right.</param>
internal sealed record Series(string Label, string Style, IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>Whether the points themselves are shown, of a line that has few.</summary>
    public bool HasMarks { get; init; }

    /// <summary>How much lower the label is written than where the line ends, in pixels.</summary>
    public double LabelShift { get; init; }

    /// <summary>Whether the label stands above the last point, instead of beside it.</summary>
    public bool IsLabelAbove { get; init; }
}
