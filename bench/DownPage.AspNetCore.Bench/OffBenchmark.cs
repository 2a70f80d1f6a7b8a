using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Bench;

/// <summary>
/// The site is up: what maintenance mode costs each request. Wanted: at most 5 ns, nothing allocated.
/// </summary>
[MemoryDiagnoser]
public class OffBenchmark
{
    private Pipeline without = null!;
    private Pipeline with = null!;
    private HttpContext request = null!;

    [GlobalSetup]
    public void Setup()
    {
        without = new Pipeline(null, _ => Task.CompletedTask);
        with = new Pipeline(_ => { }, _ => Task.CompletedTask);
        request = with.Request("/shop/cart");
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        without.Dispose();
        with.Dispose();
    }

    [Benchmark(Baseline = true)]
    public Task Without() => without.RunAsync(request);

    [Benchmark]
    public Task Off() => with.RunAsync(request);
}
