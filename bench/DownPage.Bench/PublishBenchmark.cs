using System.Globalization;
using DownPage.Testing;

namespace DownPage.Bench;

/// <summary>What the package adds to a publish.</summary>
internal sealed class PublishBenchmark : IBenchmark
{
    private const int Runs = 9;

    public string Title => "dotnet publish --no-build of the MVC site, one page: with the package, without, and incremental";

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        using var site = await TestSite.CreateAsync("MvcSite", cancellationToken);
        (await site.PublishAsync(cancellationToken, "-p:DownPageIncremental=true")).Result.EnsureSuccess();
        var without = new Series();
        var with = new Series();
        var incremental = new Series();
        for (var run = -1; run < Runs; run++)
        {
            var series = run < 0 ? new Series() : null;
            await AddAsync(series ?? without, site, "-p:DownPageEnabled=false", cancellationToken);
            await AddAsync(series ?? with, site, "-p:DownPageIncremental=false", cancellationToken);
            await AddAsync(series ?? incremental, site, "-p:DownPageIncremental=true", cancellationToken);
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

    private static async Task AddAsync(Series series, TestSite site, string option, CancellationToken cancellationToken)
    {
        var result = (await site.PublishAsync(cancellationToken, "--no-build", option)).Result;
        result.EnsureSuccess();
        series.Add(result.Duration.TotalSeconds);
    }
}
