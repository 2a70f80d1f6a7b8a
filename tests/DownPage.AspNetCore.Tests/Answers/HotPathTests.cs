using System.IO.Pipelines;
using DownPage.AspNetCore.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DownPage.AspNetCore.Tests.Answers;

[TestClass]
public sealed class HotPathTests
{
    private readonly FlatHeaders headers = [];

    [TestMethod]
    [DataRow("GET", "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
        "Accept-Language: de-CH,de;q=0.9,en;q=0.8", "Accept-Encoding: gzip, deflate, br, zstd",
            "Sec-Fetch-Dest: document")]
    [DataRow("GET", DisplayName = "no headers")]
    [DataRow("HEAD", "Accept: text/plain", "X-Request-Id: 5c1f")]
    [DataRow("POST", "Accept: application/json", "Content-Type: application/json")]
    [DataRow("GET", "Sec-Fetch-Dest: image", "Accept: image/avif,*/*;q=0.8")]
    public void Answer_Again_AllocatesNothing(string method, params string[] requestHeaders)
    {
        using var built = new BuiltPages()
            .Page("503.html", new string('a', 3_000), culture: "en")
            .Page("503.de.html", new string('b', 3_000), culture: "de", isDefault: false, name: "503.html")
            .Manifest();
        var answers = AnswerHost.Compose(
            AnswerHost.Down with { Message = "Moving.", Until = AnswerHost.Clock.GetUtcNow().AddHours(1) }, options
                => options.RetryAfterJitter = TimeSpan.FromSeconds(30), built.Load());
        var context = Context(method, requestHeaders);
        for (var warm = 0; warm < 50; warm++)
        {
            Answer(answers, context);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++)
        {
            Answer(answers, context);
        }

        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.AreEqual(503, context.Response.StatusCode);
        Assert.IsGreaterThan(0, headers.ContentLength ?? 0);
    }

    [TestMethod]
    public void TryAnswerAsset_AnotherPath_AllocatesNothing()
    {
        using var built = new BuiltPages().Page("503.html", "a").Asset("assets/3f8a.woff2", "font",
            "font/woff2").Manifest();
        var pages = built.Load();
        var context = Context("GET", []);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var isAsset = pages.TryAnswerAsset(context, out _);

        Assert.IsFalse(isAsset);
        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private void Answer(AnswerSet answers, HttpContext context)
    {
        headers.Reset();
        Assert.IsTrue(answers.WriteAsync(context).IsCompletedSuccessfully);
    }

    private DefaultHttpContext Context(string method, string[] requestHeaders)
    {
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature { Method = method, Path = "/orders" });
        features.Set<IHttpResponseFeature>(new HttpResponseFeature { Headers = headers });
        features.Set<IHttpResponseBodyFeature>(new NoBody());
        var context = new DefaultHttpContext(features);
        foreach (var header in requestHeaders)
        {
            context.Request.Headers[header.Split(": ")[0]] = header.Split(": ")[1];
        }

        return context;
    }

    private sealed class NoBody : IHttpResponseBodyFeature
    {
        public Stream Stream => System.IO.Stream.Null;

        public PipeWriter Writer { get; } = new NoPipe();

        public Task CompleteAsync() => Task.CompletedTask;

        public void DisableBuffering()
        {
        }

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default)
            => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
    }

    private sealed class NoPipe : PipeWriter
    {
        private readonly byte[] memory = new byte[16_384];

        public override void Advance(int bytes)
        {
        }

        public override void CancelPendingFlush()
        {
        }

        public override void Complete(Exception? exception = null)
        {
        }

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => default;

        public override Memory<byte> GetMemory(int sizeHint = 0) => memory;

        public override Span<byte> GetSpan(int sizeHint = 0) => memory;

        public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source,
            CancellationToken cancellationToken = default) => default;
    }
}
