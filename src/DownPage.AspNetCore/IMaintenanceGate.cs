namespace DownPage.AspNetCore;

/// <summary>For background work that must rest while the site is down: hosted services, jobs of a scheduler.</summary>
/// <example><code>await gate.WaitUntilOpenAsync(stoppingToken);</code></example>
public interface IMaintenanceGate
{
    /// <summary>Whether work may go on: the site is up, or only a part of it is down.</summary>
    bool IsOpen { get; }

    /// <summary>Ends when work may go on; at once, if it may.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    ValueTask WaitUntilOpenAsync(CancellationToken cancellationToken = default);
}
