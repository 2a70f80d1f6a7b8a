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
        var linked = await PrepareAsync(site, Renderer.Linked, cancellationToken);
        var alone = await PrepareAsync(site, Renderer.Alone, cancellationToken);
        var rendering = new Series();
        var finishing = new Series();
        var starting = new Series();
        for (var run = -1; run < Runs; run++)
        {
            var rendered = await linked.Renderer.RunAsync(cancellationToken);
            var finished = await alone.Renderer.RunAsync(cancellationToken);
            var started = await StartAsync(alone.Published, cancellationToken);
            if (run >= 0)
            {
                rendering.Add(rendered.Seconds);
                finishing.Add(finished.Seconds);
                starting.Add(started);
            }
        }

        return
        [
            Row.Seconds("site: process start to first response", starting),
            Row.Seconds("renderer: whole process, the page as the app answers it", rendering, Ratio(rendering, starting, "1.0")),
            Row.Seconds("renderer: whole process, the page alone, with all its forms", finishing, Ratio(finishing, starting, "2.0")),
        ];
    }

    private static string Ratio(Series series, Series starting, string wanted) => string.Create(
        CultureInfo.InvariantCulture, $"{series.RatioTo(starting):0.00} of the cold start (at most {wanted})");

    private static async Task<(PublishedSite Published, Renderer Renderer)> PrepareAsync(
        TestSite site, string[] options, CancellationToken cancellationToken)
    {
        var published = await site.PublishAsync(cancellationToken, [Renderer.Telling, .. options]);
        published.Result.EnsureSuccess();
        return (published, new Renderer(site, published));
    }

    private static async Task<double> StartAsync(PublishedSite published, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        await using var running = await RunningSite.StartAsync(published, environment: null, cancellationToken);
        await running.GetAsync("/errors/502", cancellationToken);
        return clock.Elapsed.TotalSeconds;
    }
}
