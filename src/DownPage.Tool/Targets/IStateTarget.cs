using DownPage.History;
using DownPage.Schedule;
using DownPage.Status;
using DownPage.Switching;

namespace DownPage.Tool.Targets;

/// <summary>
/// The site whose state is read and changed: by its down file, its endpoint, or through the app itself.
/// </summary>
internal interface IStateTarget : IDisposable
{
    /// <summary>What it is, for messages: a path or an address.</summary>
    string Name { get; }

    /// <exception cref="ToolException">It cannot be read.</exception>
    Task<StatusDocument> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Takes the site down, or changes how it is down if it is.</summary>
    /// <exception cref="ToolException">It cannot be done: nothing has changed.</exception>
    Task<TargetChange> DownAsync(DownOrder order, ChangeOrigin origin, CancellationToken cancellationToken);

    /// <inheritdoc cref="DownAsync"/>
    Task<TargetChange> ExtendAsync(TimeSpan by, ChangeOrigin origin, CancellationToken cancellationToken);

    /// <summary>Extends, for a command that holds the site down.</summary>
    /// <param name="by">From the end that is set.</param>
    /// <param name="revision">Only if the state is still of this revision.</param>
    /// <param name="origin">Who, through what and why.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="ToolException">
    /// It cannot be done: nothing has changed. <see cref="DiagnosticCodes.StateChangedMeanwhile"/>: somebody else did.
    /// </exception>
    Task<TargetChange> RenewAsync(
        TimeSpan by, string revision, ChangeOrigin origin, CancellationToken cancellationToken)
        => ExtendAsync(by, origin, cancellationToken);

    /// <summary>Puts back what held before, for a command that held the site down.</summary>
    /// <param name="before">What held.</param>
    /// <param name="revision">Only if the state is still of this revision.</param>
    /// <param name="origin">Who, through what and why.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="ToolException">
    /// It cannot be done: nothing has changed. <see cref="DiagnosticCodes.StateChangedMeanwhile"/>: somebody else did.
    /// </exception>
    Task<TargetChange> RestoreAsync(
        StatusDocument before, string revision, ChangeOrigin origin, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    /// <summary>Takes the site up. Of one that is up, nothing changes.</summary>
    /// <param name="revision">Only if the state is still of this revision. Null: whatever it is.</param>
    /// <param name="origin">Who, through what and why.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="ToolException">It cannot be done: nothing has changed.</exception>
    Task<TargetChange> UpAsync(ChangeOrigin origin, string? revision, CancellationToken cancellationToken);

    /// <inheritdoc cref="DownAsync"/>
    Task<TargetChange> AddWindowAsync(
        WindowDefinition window, ChangeOrigin origin, CancellationToken cancellationToken);

    /// <inheritdoc cref="DownAsync"/>
    Task<TargetChange> RemoveWindowAsync(string name, ChangeOrigin origin, CancellationToken cancellationToken);

    /// <summary>The changes that are known, the youngest first.</summary>
    /// <exception cref="ToolException">They cannot be read.</exception>
    Task<IReadOnlyList<HistoryEntry>> HistoryAsync(int most, CancellationToken cancellationToken);
}
