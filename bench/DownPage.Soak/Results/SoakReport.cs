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
    LoadAverage load,
    IReadOnlyList<string> errors,
    string configuration)
{
    public bool IsRight => tally.Of(Verdict.Wrong) == 0 && tally.Of(Verdict.App) > 0 && tally.Of(Verdict.Page) > 0;

    public override string ToString()
    {
        var text = new StringBuilder();
        var requests = tally.Requests;
        Line($"nginx's configuration     {configuration}");
        Line($"time, connections         {took:mm\\:ss}, {options.Connections} ({tally.Opened} opened)");
        Line($"load average              {load}");
        Line($"the app                   killed {app.Kills} times; from its start until it listened: {Median(app.Starts).TotalSeconds:F2} s in the middle, {app.Starts.Max().TotalSeconds:F2} s at most");
        Line($"the flag                  put up {timeline.Flags} times");
        Line($"requests                  {requests:N0}, {requests / took.TotalSeconds:N0} a second");
        Line($"  the app's               {tally.Of(Verdict.App):N0}, p50 {Milliseconds(tally.AppTimes, 0.5)}, p99 {Milliseconds(tally.AppTimes, 0.99)}");
        Line($"  the page                {tally.Of(Verdict.Page):N0} with 502/504, {tally.Of(Verdict.Maintenance):N0} with 503, p50 {Milliseconds(tally.PageTimes, 0.5)}, p99 {Milliseconds(tally.PageTimes, 0.99)}");
        Line($"  the app's, broken off   {tally.Of(Verdict.Cut):N0}; {tally.CutBytes:N0} of {tally.CutExpected:N0} bytes had come");
        Line($"  WRONG                   {tally.Of(Verdict.Wrong):N0}");
        Line($"page though it listened   {tally.LateCount:N0} times, the last {tally.Longest.TotalMilliseconds:F1} ms after it had begun to listen");
        foreach (var (detail, count) in tally.Details.OrderBy(detail => detail.Key, StringComparer.Ordinal))
        {
            Line($"  {detail,-40} {count:N0}");
        }

        tally.Wrong.ForEach(wrong => Line($"WRONG {wrong}"));
        foreach (var error in errors)
        {
            Line($"nginx: {error}");
        }

        return text.ToString();

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
    }

    private static string Milliseconds(Durations durations, double part)
        => string.Create(CultureInfo.InvariantCulture, $"{durations.Quantile(part).TotalMilliseconds:F2} ms");

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}
