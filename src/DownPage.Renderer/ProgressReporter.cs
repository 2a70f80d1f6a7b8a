using System.Diagnostics;
using System.Text;
using DownPage.RenderProtocol;

namespace DownPage.Renderer;

/// <summary>Tells how far a long run is: nothing in the first seconds, then a line every few seconds.</summary>
internal sealed class ProgressReporter(RenderRequest request)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private readonly object reporting = new();
    private readonly Stopwatch sinceLast = Stopwatch.StartNew();
    private int rendered;

    public void Rendered()
    {
        lock (reporting)
        {
            rendered++;
            if (sinceLast.Elapsed >= Interval)
            {
                sinceLast.Restart();
                Report();
            }
        }
    }

    private void Report()
    {
        // Not Console.Out, in whose place the app may have put a writer of its own.
        using var output = Console.OpenStandardOutput();
        var line = $"{request.ProgressPrefix}{rendered} of {request.Pages.Count} down pages rendered{Environment.NewLine}";
        output.Write(Encoding.UTF8.GetBytes(line));
    }
}
