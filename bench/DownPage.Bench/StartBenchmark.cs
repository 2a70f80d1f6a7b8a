using System.Diagnostics;
using System.Globalization;
using DownPage.Testing;

namespace DownPage.Bench;

/// <summary>Does rendering a page cost more than the site itself needs to come up and answer with the same view?</summary>
internal sealed class StartBenchmark : IBenchmark
{
    private const int Runs = 15;

    public string Title => "The renderer's process for one page, and the site's cold start to its first response of that view";

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        using var site = await TestSite.CreateAsync("MvcSite", cancellationToken);
        var published = await site.PublishAsync(cancellationToken, Renderer.Telling);
        published.Result.EnsureSuccess();
        var renderer = new Renderer(site, published);
        var rendering = new Series();
        var starting = new Series();
        for (var run = -1; run < Runs; run++)
        {
            var rendered = await renderer.RunAsync(cancellationToken);
            var started = await StartAsync(published, cancellationToken);
            if (run >= 0)
            {
                rendering.Add(rendered.Seconds);
                starting.Add(started);
            }
        }

        var ratio = string.Create(CultureInfo.InvariantCulture, $"{rendering.RatioTo(starting):0.00} of the cold start (at most 1.0)");
        return [Row.Seconds("site: process start to first response", starting), Row.Seconds("renderer: whole process", rendering, ratio)];
    }

    private static async Task<double> StartAsync(PublishedSite published, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        await using var running = await RunningSite.StartAsync(published, environment: null, cancellationToken);
        await running.GetAsync("/errors/502", cancellationToken);
        return clock.Elapsed.TotalSeconds;
    }
}
