using System.Globalization;
using DownPage.Testing;

namespace DownPage.Bench;

/// <summary>What the package adds to a publish.</summary>
internal sealed class PublishBenchmark : IBenchmark
{
    private const int Runs = 15;

    public string Title => "dotnet publish --no-build of the MVC site, one page: with the package, without, and incremental";

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        using var site = await PublishOnceAsync(cancellationToken);
        using var incrementalSite = await PublishOnceAsync(cancellationToken);
        var without = new Series();
        var with = new Series();
        var incremental = new Series();
        for (var run = -1; run < Runs; run++)
        {
            var series = run < 0 ? new Series() : null;
            await AddAsync(series ?? without, site, "-p:DownPageEnabled=false", cancellationToken);
            await AddAsync(series ?? with, site, "-p:DownPageIncremental=false", cancellationToken);
            await AddAsync(series ?? incremental, incrementalSite, "-p:DownPageIncremental=true", cancellationToken);
        }

        return
        [
            Row.Seconds("without (DownPageEnabled=false)", without),
            Row.Seconds("with", with, Added(with, without, "at most +0.40 s")),
            Row.Seconds("with, DownPageIncremental, nothing changed", incremental, Added(incremental, without, "at most 1.03")),
        ];
    }

    private static string Added(Series series, Series without, string bound) => string.Create(
        CultureInfo.InvariantCulture,
        $"+{series.DifferenceTo(without):0.000} s, {series.RatioTo(without):0.000} of without ({bound})");

    // A site of its own for what must find its last run unchanged.
    private static async Task<TestSite> PublishOnceAsync(CancellationToken cancellationToken)
    {
        var site = await TestSite.CreateAsync("MvcSite", cancellationToken);
        (await site.PublishAsync(cancellationToken, ["-p:DownPageIncremental=true", .. Renderer.Alone])).Result.EnsureSuccess();
        return site;
    }

    // As somebody types it: without the binary log that tests have.
    private static async Task AddAsync(Series series, TestSite site, string option, CancellationToken cancellationToken)
    {
        var result = await DotnetCommand.RunAsync(
            ["publish", "--no-build", "-o", Path.Combine(site.Root, "publish"), option, .. Renderer.Alone],
            site.ProjectDirectory,
            site.Feed.Environment,
            cancellationToken);
        result.EnsureSuccess();
        series.Add(result.Duration.TotalSeconds);
    }
}
