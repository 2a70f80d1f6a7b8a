using DownPage.Status;

namespace DownPage.AspNetCore.State;

/// <summary>The instances of the app that share a state.</summary>
internal interface INodes
{
    /// <summary>What each of them reported last; this one is among them.</summary>
    /// <exception cref="IOException">The reports cannot be read.</exception>
    Task<IReadOnlyList<NodeStatus>> ReadAsync(CancellationToken cancellationToken);
}
