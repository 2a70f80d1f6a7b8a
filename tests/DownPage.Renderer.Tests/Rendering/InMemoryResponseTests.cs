using System.Text;
using DownPage.Renderer.Rendering;
using Microsoft.AspNetCore.Http.Features;

namespace DownPage.Renderer.Tests.Rendering;

[TestClass]
public sealed class InMemoryResponseTests : IDisposable
{
    private readonly MemoryStream body = new();
    private readonly List<string> calls = [];
    private readonly InMemoryResponse response;

    public InMemoryResponseTests() => response = new InMemoryResponse(body);

    public TestContext TestContext { get; set; } = null!;

    public void Dispose() => body.Dispose();

    [TestMethod]
    public void Response_New_IsAnEmpty200ThatHasNotStarted()
    {
        Assert.AreEqual(200, response.StatusCode);
        Assert.IsFalse(response.HasStarted);
        Assert.IsTrue(response.Content.IsEmpty);
        Assert.IsEmpty(response.Headers);
    }

    [TestMethod]
    public async Task OnStarting_SeveralCallbacks_RunOnceInReverseOrder()
    {
        response.OnStarting(Record, "first");
        response.OnStarting(Record, "second");

        await response.StartAsync(TestContext.CancellationToken);
        await response.StartAsync(TestContext.CancellationToken);
        await response.CompleteAsync();

        CollectionAssert.AreEqual(new[] { "second", "first" }, calls);
        Assert.IsTrue(response.HasStarted);
    }

    [TestMethod]
    public async Task OnCompleted_NeverStarted_RunsAfterOnStarting()
    {
        response.OnCompleted(Record, "completed 1");
        response.OnCompleted(Record, "completed 2");
        response.OnStarting(Record, "starting");

        await response.CompleteAsync();

        CollectionAssert.AreEqual(new[] { "starting", "completed 2", "completed 1" }, calls);
    }

    [TestMethod]
    public async Task OnStarting_CallbackThatSetsHeaders_IsInTime()
    {
        response.OnStarting(
            _ =>
            {
                response.StatusCode = 503;
                response.Headers.RetryAfter = "60";
                return Task.CompletedTask;
            },
            this);

        await response.CompleteAsync();

        Assert.AreEqual(503, response.StatusCode);
        Assert.AreEqual("60", response.Headers.RetryAfter.ToString());
    }

    // Middleware asks before it sets a header; servers answer false until the callbacks are over.
    [TestMethod]
    public async Task HasStarted_WithinOnStarting_IsFalse()
    {
        bool? within = null;
        response.OnStarting(
            _ =>
            {
                within = response.HasStarted;
                return Task.CompletedTask;
            },
            this);

        await response.StartAsync(TestContext.CancellationToken);

        Assert.IsFalse(within);
    }

    [TestMethod]
    public async Task Body_WrittenToWriterAndStream_IsAllThereInOrder()
    {
        await response.Writer.WriteAsync(Encoding.UTF8.GetBytes("<h1>"), TestContext.CancellationToken);
        await response.Stream.WriteAsync(Encoding.UTF8.GetBytes("Zurück"), TestContext.CancellationToken);
        await response.Writer.WriteAsync(Encoding.UTF8.GetBytes("</h1>"), TestContext.CancellationToken);

        await response.CompleteAsync();

        Assert.AreEqual("<h1>Zurück</h1>", Encoding.UTF8.GetString(response.Content.Span));
    }

    [TestMethod]
    public async Task Body_OfTheNextResponse_StartsEmpty()
    {
        await response.Stream.WriteAsync(new byte[1000], TestContext.CancellationToken);
        await response.CompleteAsync();

        var next = new InMemoryResponse(body);

        Assert.IsTrue(next.Content.IsEmpty);
    }

    [TestMethod]
    public async Task SendFile_PartOfAFile_IsInTheBody()
    {
        using var folder = new TempFolder();
        var path = folder.Write("page.html", "0123456789");

        await response.SendFileAsync(path, 2, 3, TestContext.CancellationToken);
        await response.CompleteAsync();

        Assert.AreEqual("234", Encoding.UTF8.GetString(response.Content.Span));
    }

    [TestMethod]
    public void Body_OfTheOldInterface_CannotBeReplaced()
    {
#pragma warning disable CS0618 // The superseded member is what is tested.
        Assert.ThrowsExactly<NotSupportedException>(() => ((IHttpResponseFeature)response).Body = Stream.Null);
#pragma warning restore CS0618
    }

    private Task Record(object state)
    {
        calls.Add((string)state);
        return Task.CompletedTask;
    }
}
