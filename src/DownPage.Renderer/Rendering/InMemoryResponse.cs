using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DownPage.Renderer.Rendering;

/// <summary>A response that is kept in memory, with the callbacks that middleware hangs on its start and end.</summary>
internal sealed class InMemoryResponse : IHttpResponseFeature, IHttpResponseBodyFeature
{
    private readonly MemoryStream body;
    private readonly StreamResponseBodyFeature bodyFeature;
    private readonly Stack<(Func<object, Task> Callback, object State)> onStarting = new();
    private readonly Stack<(Func<object, Task> Callback, object State)> onCompleted = new();
    private bool isStarting;

    public InMemoryResponse(MemoryStream body)
    {
        this.body = body;
        body.SetLength(0);
        bodyFeature = new StreamResponseBodyFeature(body);
    }

    public int StatusCode { get; set; } = StatusCodes.Status200OK;

    public string? ReasonPhrase { get; set; }

    public IHeaderDictionary Headers { get; set; } = new HeaderDictionary();

    public bool HasStarted { get; private set; }

    public Stream Stream => bodyFeature.Stream;

    public PipeWriter Writer => bodyFeature.Writer;

    public ReadOnlyMemory<byte> Content => body.GetBuffer().AsMemory(0, (int)body.Length);

    // Superseded by IHttpResponseBodyFeature, but part of the interface.
    Stream IHttpResponseFeature.Body
    {
        get => Stream;
        set => throw new NotSupportedException("Replace IHttpResponseBodyFeature to wrap the body.");
    }

    public void OnStarting(Func<object, Task> callback, object state) => onStarting.Push((callback, state));

    public void OnCompleted(Func<object, Task> callback, object state) => onCompleted.Push((callback, state));

    public void DisableBuffering() => bodyFeature.DisableBuffering();

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (!isStarting)
        {
            // Callbacks may write, which starts the response; they may also ask, and it has not started before they are over.
            isStarting = true;
            await RunAsync(onStarting);
            HasStarted = true;
            await bodyFeature.StartAsync(cancellationToken);
        }
    }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default)
        => bodyFeature.SendFileAsync(path, offset, count, cancellationToken);

    /// <summary>
    /// Ends the response of a request, as a server does: before its context is disposed, which callbacks use.
    /// </summary>
    public static Task CompleteAsync(IFeatureCollection features)
        => features.Get<InMemoryResponse>()?.CompleteAsync() ?? Task.CompletedTask;

    public async Task CompleteAsync()
    {
        await StartAsync();
        await bodyFeature.CompleteAsync();
        await RunAsync(onCompleted);
    }

    private static async Task RunAsync(Stack<(Func<object, Task> Callback, object State)> callbacks)
    {
        while (callbacks.TryPop(out var next))
        {
            await next.Callback(next.State);
        }
    }
}
