namespace DownPage.AspNetCore;

/// <summary>A value of an <see cref="IMaintenanceModeStore"/>.</summary>
/// <param name="Value">The value.</param>
/// <param name="Version">
/// What tells it apart from those before and after it, as the store likes: a row version, an ETag, a hash. Never empty.
/// </param>
public sealed record MaintenanceModeStoreEntry(ReadOnlyMemory<byte> Value, string Version);
