using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Bench;

/// <summary>
/// The site is down: the page, against a bare handler that writes bytes from memory. Wanted: nothing allocated by us.
/// </summary>
[MemoryDiagnoser]
public class PageBenchmark
{
    private static readonly byte[] Bytes = new byte[2048];

    private Pipeline bare = null!;
    private Pipeline down = null!;
    private HttpContext request = null!;

    [GlobalSetup]
    public void Setup()
    {
        bare = new Pipeline(null, WriteBytes);
        down = new Pipeline(options => options.Enabled = true, _ => Task.CompletedTask);
        request = down.Request("/shop/cart");
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        bare.Dispose();
        down.Dispose();
    }

    [Benchmark(Baseline = true)]
    public Task BareHandler()
    {
        request.Response.Headers.Clear();
        return bare.RunAsync(request);
    }

    [Benchmark]
    public Task Page()
    {
        request.Response.Headers.Clear();
        return down.RunAsync(request);
    }

    /// <summary>What the fastest handler of an app would do for the same answer.</summary>
    public static Task WriteBytes(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = 503;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = Bytes.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.RetryAfter = "600";
        return response.BodyWriter.WriteAsync(Bytes).AsTask();
    }
}
