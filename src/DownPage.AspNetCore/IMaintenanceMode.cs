using Microsoft.Extensions.Primitives;

namespace DownPage.AspNetCore;

/// <summary>
/// Maintenance mode in code: what holds, and taking the site down and up. Safe to use from several threads.
/// </summary>
public interface IMaintenanceMode
{
    /// <summary>What holds now. Reading it costs nothing.</summary>
    MaintenanceState Current { get; }

    /// <summary>Signalled once, at the next change of <see cref="Current"/>.</summary>
    IChangeToken GetChangeToken();

    /// <summary>
    /// Raised after each change of <see cref="Current"/>, one after the other. A handler that throws is logged.
    /// </summary>
    event EventHandler<MaintenanceChangedEventArgs>? Changed;

    /// <summary>
    /// Takes the site down, until <see cref="LeaveAsync"/> or the request's end. Done again, it replaces what was asked
    /// for before.
    /// </summary>
    /// <returns>What holds now; it may differ where the configuration's <c>Enabled</c> decides.</returns>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    /// <exception cref="InvalidOperationException"><see cref="MaintenanceModeOptions.Enabled"/> is set, or there is no
    /// down file.</exception>
    /// <exception cref="IOException">The down file cannot be written: nothing has changed.</exception>
    Task<MaintenanceState> EnterAsync(
        MaintenanceRequest? request = null, CancellationToken cancellationToken = default);

    /// <summary>Changes what is not null in the request, of a site that is down.</summary>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The site is not down by the down file, or
    /// <see cref="MaintenanceModeOptions.Enabled"/> is set.</exception>
    /// <exception cref="IOException">The down file cannot be written: nothing has changed.</exception>
    Task<MaintenanceState> UpdateAsync(MaintenanceRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes the site up. Within a window it stays up until that window is over. On a site that is up nothing changes.
    /// </summary>
    /// <param name="actor">Who did it. Null: not said.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="InvalidOperationException"><see cref="MaintenanceModeOptions.Enabled"/> is set.</exception>
    /// <exception cref="IOException">The down file cannot be written: nothing has changed.</exception>
    Task<MaintenanceState> LeaveAsync(string? actor = null, CancellationToken cancellationToken = default);
}
