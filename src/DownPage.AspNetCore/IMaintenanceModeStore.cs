namespace DownPage.AspNetCore;

/// <summary>
/// A place that all nodes of a farm share, for the state of maintenance mode, its history and the nodes' reports: small
/// values by name. Called in the background only, from several threads; no request waits for it.
/// <see cref="MaintenanceModeStoreContract"/> tests one.
/// </summary>
/// <remarks>
/// Every method may throw whatever exception when the place cannot be reached; what was known last then holds. The
/// token ends an operation that takes too long; one that does not heed it is left behind.
/// </remarks>
public interface IMaintenanceModeStore
{
    /// <summary>The value of a name, at most 256 KiB. Null: there is none, or its lifetime is over.</summary>
    /// <param name="key">The name: ASCII letters, digits, <c>:</c>, <c>-</c>, <c>.</c>; at most 200 characters.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    Task<MaintenanceModeStoreEntry?> ReadAsync(string key, CancellationToken cancellationToken);

    /// <summary>Writes a value in the place of the one that was read.</summary>
    /// <param name="key">The name.</param>
    /// <param name="value">The value. It has no lifetime: it stays until it is replaced.</param>
    /// <param name="version">
    /// Of the entry that it replaces, as <see cref="ReadAsync"/> told it. Null: there was none.
    /// </param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <returns>False: there is another entry by now, and nothing has changed.</returns>
    Task<bool> ReplaceAsync(
        string key, ReadOnlyMemory<byte> value, string? version, CancellationToken cancellationToken);

    /// <summary>Writes a value, whatever was there.</summary>
    /// <param name="key">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="lifetime">After how long it goes by itself, at least a second.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    Task PutAsync(
        string key, ReadOnlyMemory<byte> value, TimeSpan lifetime, CancellationToken cancellationToken);
}
