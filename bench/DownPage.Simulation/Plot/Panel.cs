using System.Globalization;
using System.Text;

namespace DownPage.Simulation.Plot;

/// <summary>Two axes and the lines between them.</summary>
/// <param name="Title">Over it.</param>
/// <param name="X">To the right.</param>
/// <param name="Y">Upwards.</param>
/// <param name="Lines">What is shown.</param>
internal sealed record Panel(string Title, Axis X, Axis Y, IReadOnlyList<Series> Lines)
{
    public const int Width = 300;
    public const int Height = 280;

    /// <param name="svg">The picture.</param>
    /// <param name="left">Of the left end of the horizontal axis.</param>
    /// <param name="top">Of the upper end of the vertical axis.</param>
    public void Write(StringBuilder svg, int left, int top)
    {
        svg.Append(Invariant($"<g transform=\"translate({left} {top})\">\n"));
        svg.Append(Invariant($"<text class=\"title\" x=\"0\" y=\"-28\">{Title}</text>\n"));
        foreach (var tick in X.Ticks)
        {
            var x = X.At(tick) * Width;
            svg.Append(Invariant($"<path class=\"grid\" d=\"M{x:0.#} 0V{Height}\"/>"));
            svg.Append(Invariant($"<text x=\"{x:0.#}\" y=\"{Height + 18}\" text-anchor=\"middle\">{Axis.Text(tick)}</text>\n"));
        }

        foreach (var tick in Y.Ticks)
        {
            var y = (1 - Y.At(tick)) * Height;
            svg.Append(Invariant($"<path class=\"grid\" d=\"M0 {y:0.#}H{Width}\"/>"));
            svg.Append(Invariant($"<text x=\"-8\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{Axis.Text(tick)}</text>\n"));
        }

        svg.Append(Invariant($"<path class=\"axis\" d=\"M0 0V{Height}H{Width}\"/>\n"));
        svg.Append(Invariant(
            $"<text class=\"name\" x=\"{Width / 2}\" y=\"{Height + 40}\" text-anchor=\"middle\">{X.Title}</text>\n"));
        svg.Append(Invariant($"<g transform=\"translate(-58 {Height / 2}) rotate(-90)\">"));
        svg.Append(Invariant($"<text class=\"name\" text-anchor=\"middle\">{Y.Title}</text></g>\n"));
        foreach (var line in Lines)
        {
            Write(svg, line);
        }

        svg.Append("</g>\n");
    }

    private void Write(StringBuilder svg, Series line)
    {
        var points = line.Points
            .Select(point => (X: X.At(point.X) * Width, Y: (1 - Y.At(point.Y)) * Height))
            .ToArray();
        var path = string.Join(' ', points.Select(point => Invariant($"{point.X:0.#},{point.Y:0.#}")));
        svg.Append(Invariant($"<polyline class=\"line {line.Style}\" points=\"{path}\"/>\n"));
        if (line.HasMarks)
        {
            foreach (var (x, y) in points)
            {
                svg.Append(Invariant($"<circle class=\"mark {line.Style}\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"3\"/>"));
            }
        }

        var (endX, endY) = points[^1];
        var (labelX, labelY, anchor) = line.IsLabelAbove
            ? (endX, endY - 6, "middle")
            : (endX + 7, endY + 4 + line.LabelShift, "start");
        svg.Append(Invariant($"<text class=\"label {line.Style}\" x=\"{labelX:0.#}\" y=\"{labelY:0.#}\" "));
        svg.Append(Invariant($"text-anchor=\"{anchor}\">{line.Label}</text>\n"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
