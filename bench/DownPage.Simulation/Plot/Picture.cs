using System.Globalization;
using System.Text;

namespace DownPage.Simulation.Plot;

/// <summary>Plots beside each other, as a picture that is read on light and on dark ground.</summary>
internal static class Picture
{
    private const int Left = 76;
    private const int Right = 150;
    private const int Top = 56;
    private const int Bottom = 60;

    private const string Style = """
        <style>
        svg { --ink: #24292f; --faint: #57606a; --grid: #d0d7de; --a: #0a3069; --b: #0969da; --c: #1a7f37;
              --d: #bc4c00; --e: #8250df; }
        @media (prefers-color-scheme: dark) {
          svg { --ink: #e6edf3; --faint: #9da7b3; --grid: #3d444d; --a: #c2e0ff; --b: #58a6ff; --c: #56d364;
                --d: #ffa657; --e: #d2a8ff; }
        }
        text { font: 12px system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; fill: var(--faint); }
        .title { font-size: 14px; font-weight: 600; fill: var(--ink); }
        .name { fill: var(--ink); }
        .grid { stroke: var(--grid); stroke-width: 1; fill: none; }
        .axis { stroke: var(--faint); stroke-width: 1; fill: none; }
        .line { fill: none; stroke-width: 2; stroke-linejoin: round; }
        .line.a, .mark.a { stroke: var(--a); } .label.a { fill: var(--a); }
        .line.b, .mark.b { stroke: var(--b); } .label.b { fill: var(--b); }
        .line.c, .mark.c { stroke: var(--c); } .label.c { fill: var(--c); }
        .line.d, .mark.d { stroke: var(--d); } .label.d { fill: var(--d); }
        .line.e, .mark.e { stroke: var(--e); } .label.e { fill: var(--e); }
        .line.other { stroke-dasharray: 5 4; }
        .mark { fill: none; stroke-width: 2; }
        </style>
        """;

    /// <param name="title">What somebody hears who does not see it.</param>
    /// <param name="description">What is to be seen in it.</param>
    /// <param name="panels">From left to right.</param>
    public static string Of(string title, string description, IReadOnlyList<Panel> panels)
    {
        var width = panels.Count * (Left + Panel.Width + Right);
        const int Height = Top + Panel.Height + Bottom;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {Height}" width="{width}" height="{Height}"
                 role="img" aria-labelledby="title description">
            <title id="title">{title}</title>
            <desc id="description">{description}</desc>
            {Style}

            """);
        for (var panel = 0; panel < panels.Count; panel++)
        {
            panels[panel].Write(svg, (panel * (Left + Panel.Width + Right)) + Left, Top);
        }

        return svg.Append("</svg>\n").ToString().ReplaceLineEndings("\n");
    }
}
