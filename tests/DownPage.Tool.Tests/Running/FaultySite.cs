using DownPage.History;
using DownPage.RenderProtocol;
using DownPage.Schedule;
using DownPage.Status;
using DownPage.Switching;
using DownPage.Tool.Targets;

namespace DownPage.Tool.Tests.Running;

/// <summary>A site whose lease is over, and that cannot be read for a while.</summary>
internal sealed class FaultySite(StatusDocument status, int failingReads) : IStateTarget
{
    private int reads;

    public string Name => "site";

    public Task<StatusDocument> ReadAsync(CancellationToken cancellationToken)
        => ++reads > failingReads
            ? Task.FromResult(status)
            : throw new ToolException(DiagnosticCodes.EndpointUnreachable, "The site does not answer.");

    public Task<TargetChange> RenewAsync(
        TimeSpan by, string revision, ChangeOrigin origin, CancellationToken cancellationToken)
        => throw new ToolException(DiagnosticCodes.SiteNotDown, "The site is not down.");

    public Task<TargetChange> DownAsync(DownOrder order, ChangeOrigin origin, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<TargetChange> ExtendAsync(TimeSpan by, ChangeOrigin origin, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<TargetChange> UpAsync(ChangeOrigin origin, string? revision, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<TargetChange> AddWindowAsync(
        WindowDefinition window, ChangeOrigin origin, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<TargetChange> RemoveWindowAsync(
        string name, ChangeOrigin origin, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<IReadOnlyList<HistoryEntry>> HistoryAsync(int most, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public void Dispose()
    {
    }
}
