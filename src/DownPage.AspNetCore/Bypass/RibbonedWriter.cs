using System.IO.Pipelines;

namespace DownPage.AspNetCore.Bypass;

/// <summary>The response's pipe; tells of the first flush.</summary>
internal sealed class RibbonedWriter(PipeWriter writer, RibbonedBody body) : PipeWriter
{
    public override bool CanGetUnflushedBytes => writer.CanGetUnflushedBytes;

    public override long UnflushedBytes => writer.UnflushedBytes;

    public override void Advance(int bytes) => writer.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => writer.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => writer.GetSpan(sizeHint);

    public override void CancelPendingFlush() => writer.CancelPendingFlush();

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        body.Decide();
        return writer.FlushAsync(cancellationToken);
    }

    public override ValueTask<FlushResult> WriteAsync(
        ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        body.Decide();
        return writer.WriteAsync(source, cancellationToken);
    }

    /// <summary>The end is the response's, not the writer's: there is a bar to come.</summary>
    public override void Complete(Exception? exception = null)
    {
        if (exception is not null)
        {
            writer.Complete(exception);
        }
    }
}
