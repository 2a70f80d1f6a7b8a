using System.Diagnostics;
using DownPage.Soak.Load;
using DownPage.Soak.Results;
using DownPage.Soak.Running;
using DownPage.Testing;

namespace DownPage.Soak;

/// <summary>The run itself: connections ask, the app dies and comes back, the flag comes and goes.</summary>
internal static class SoakRun
{
    private static readonly TimeSpan LeastLife = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FlagTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(30);

    public static async Task<SoakReport> RunAsync(
        SoakOptions options,
        SoakSite site,
        MortalApp app,
        NginxFront nginx,
        Timeline timeline,
        CancellationToken interrupted)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
        var asks = AskSet.Create();
        var judge = new Judge(site.Pages, timeline, site.IsNegotiated);
        var tallies = Enumerable.Range(0, options.Connections).Select(_ => new Tally()).ToList();
        var watch = Stopwatch.StartNew();
        var load = new LoadAverage();

        end.CancelAfter(options.Duration);
        var threads = tallies
            .Select((tally, seed) => new Visitor(nginx.Port, asks, judge, timeline, tally, seed))
            .Select(visitor => Start(() => visitor.Run(end.Token)))
            .ToList();
        await Task.WhenAll(
            KillAsync(options, app, end.Token),
            FlagAsync(options, site, timeline, end.Token),
            TellAsync(tallies, app, watch, load, end.Token));
        threads.ForEach(thread => thread.Join());
        watch.Stop();

        return new SoakReport(options, Tally.Sum(tallies), app, timeline, watch.Elapsed, load)
        {
            Configuration = site.Configuration,
            Errors = nginx.Errors,
        };
    }

    private static Thread Start(ThreadStart run)
    {
        var thread = new Thread(run, 256 * 1024) { IsBackground = true };
        thread.Start();
        return thread;
    }

    /// <summary>A kill each so many seconds, but nobody is killed who has not lived.</summary>
    private static async Task KillAsync(SoakOptions options, MortalApp app, CancellationToken end)
    {
        var next = Stopwatch.StartNew();
        while (await PauseAsync(TimeSpan.FromMilliseconds(20), end))
        {
            if (next.Elapsed < options.KillEvery || app.Lived < LeastLife)
            {
                continue;
            }

            next.Restart();
            await app.KillAsync();
            await app.StartAsync(end);
        }
    }

    private static async Task FlagAsync(SoakOptions options, SoakSite site, Timeline timeline, CancellationToken end)
    {
        if (!options.WithMaintenance || !await PauseAsync(options.Duration / 3, end))
        {
            return;
        }

        var watch = Stopwatch.StartNew();
        do
        {
            timeline.Flag(on: true, () => File.WriteAllText(site.FlagFile, ""));
            await PauseAsync(FlagTime, end);
            timeline.Flag(on: false, () => File.Delete(site.FlagFile));
        }
        while (await PauseAsync(FlagTime, end) && watch.Elapsed < options.Duration / 3);
    }

    private static async Task TellAsync(
        List<Tally> tallies, MortalApp app, Stopwatch watch, LoadAverage load, CancellationToken end)
    {
        while (await PauseAsync(ReportEvery, end))
        {
            load.Sample();
            var sum = Tally.Sum(tallies);
            await Console.Error.WriteLineAsync(
                $"{watch.Elapsed:mm\\:ss} {sum.Requests} requests, {app.Kills} kills, {sum.Of(Verdict.Wrong)} wrong");
        }

        load.Sample();
    }

    private static async Task<bool> PauseAsync(TimeSpan time, CancellationToken end)
    {
        await Task.Delay(time, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !end.IsCancellationRequested;
    }
}
