using System.Globalization;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Bench;

/// <summary>
/// The site is down: 1,000 paths, 1,000 prefixes and 1,000 networks may pass. Wanted: at most 200 ns more than with no
/// rule, and nothing allocated.
/// </summary>
[MemoryDiagnoser]
public class RulesBenchmark
{
    private Pipeline none = null!;
    private Pipeline many = null!;
    private HttpContext refused = null!;
    private HttpContext byPrefix = null!;

    [GlobalSetup]
    public void Setup()
    {
        none = new Pipeline(options => options.Enabled = true, _ => Task.CompletedTask);
        many = new Pipeline(AllowThousands, _ => Task.CompletedTask);
        refused = many.Request("/shop/cart/items/42");
        byPrefix = many.Request("/area500/public/anything");
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        none.Dispose();
        many.Dispose();
    }

    [Benchmark(Baseline = true)]
    public Task RefusedWithNoRule() => none.RunAsync(Fresh(refused));

    [Benchmark]
    public Task RefusedWithThreeThousandRules() => many.RunAsync(Fresh(refused));

    [Benchmark]
    public Task PassesByPrefix() => many.RunAsync(byPrefix);

    private static void AllowThousands(MaintenanceModeOptions options)
    {
        options.Enabled = true;
        for (var i = 0; i < 1000; i++)
        {
            options.Allow.Paths.Add(string.Create(CultureInfo.InvariantCulture, $"/page{i}/view"));
            options.Allow.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"/area{i}/public"));
            options.Allow.Networks.Add(string.Create(CultureInfo.InvariantCulture, $"10.{i / 250}.{i % 250}.0/28"));
        }
    }

    private static HttpContext Fresh(HttpContext context)
    {
        context.Response.Headers.Clear();
        return context;
    }
}
