using System.Globalization;
using System.Text;
using DownPage.Soak.Running;

namespace DownPage.Soak.Results;

/// <summary>What came of a run, as it is printed.</summary>
internal sealed class SoakReport(
    SoakOptions options,
    Tally tally,
    MortalApp app,
    Timeline timeline,
    TimeSpan took,
    LoadAverage load)
{
    /// <summary>The files of nginx's configuration.</summary>
    public required IReadOnlyList<string> Configuration { get; init; }

    /// <summary>What nginx's log says beyond that the app is gone.</summary>
    public required IReadOnlyList<string> Errors { get; init; }

    public bool IsRight => tally.Of(Verdict.Wrong) == 0 && tally.Of(Verdict.App) > 0 && tally.Of(Verdict.Page) > 0;

    public override string ToString()
    {
        var text = new StringBuilder();
        var requests = tally.Requests;
        Line($"nginx's configuration     {string.Join(", ", Configuration)}");
        Line($"time, connections         {took:mm\\:ss}, {options.Connections} ({tally.Opened} opened)");
        Line($"load average              {load}");
        var (start, longest) = (Seconds(Median(app.Starts)), Seconds(app.Starts.Max()));
        Line($"the app                   killed {app.Kills} times; its start took {start}, {longest} at most");
        Line($"the flag                  put up {timeline.Flags} times");
        Line($"requests                  {requests:N0}, {requests / took.TotalSeconds:N0} a second");
        Line($"  the app's               {tally.Of(Verdict.App):N0}, {Quantiles(tally.AppTimes)}");
        Line($"  the page, app gone      {tally.Of(Verdict.Page):N0}, {Quantiles(tally.PageTimes)}");
        Line($"  the page, by the flag   {tally.Of(Verdict.Maintenance):N0}, {Quantiles(tally.FlagTimes)}");
        Line($"  the app's, broken off   {tally.Of(Verdict.Cut):N0}");
        Line($"    of their bodies       {tally.CutBytes:N0} of {tally.CutExpected:N0} bytes had come");
        Line($"  WRONG                   {tally.Of(Verdict.Wrong):N0}");
        var late = Milliseconds(tally.Longest);
        Line($"page though it listened   {tally.LateCount:N0} times, at most {late} after it began to");
        foreach (var (detail, count) in tally.Details.OrderBy(detail => detail.Key, StringComparer.Ordinal))
        {
            Line($"  {detail,-40} {count:N0}");
        }

        tally.Wrong.ForEach(wrong => Line($"WRONG {wrong}"));
        foreach (var error in Errors.Take(10))
        {
            Line($"nginx: {error}");
        }

        return text.ToString();

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
    }

    private static string Quantiles(Durations durations)
        => $"p50 {Milliseconds(durations.Quantile(0.5))}, p99 {Milliseconds(durations.Quantile(0.99))}";

    private static string Milliseconds(TimeSpan time)
        => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:F2} ms");

    private static string Seconds(TimeSpan time)
        => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F2} s");

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}
