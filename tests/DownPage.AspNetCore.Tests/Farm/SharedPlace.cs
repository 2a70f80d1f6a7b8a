using System.Globalization;
using System.Text;

namespace DownPage.AspNetCore.Tests.Farm;

/// <summary>What the nodes of a test share: values with versions and lifetimes.</summary>
internal sealed class SharedPlace(TimeProvider clock)
{
    private readonly Dictionary<string, (byte[] Value, int Version, DateTimeOffset? Ends)> values = new(StringComparer.Ordinal);
    private int versions;

    public IReadOnlyCollection<string> Keys => values.Keys;

    public MaintenanceModeStoreEntry? this[string key]
        => values.TryGetValue(key, out var there) && !(there.Ends <= clock.GetUtcNow())
            ? new MaintenanceModeStoreEntry(there.Value, there.Version.ToString(CultureInfo.InvariantCulture))
            : null;

    public string? Text(string key) => this[key] is { } there ? Encoding.UTF8.GetString(there.Value.Span) : null;

    public void Set(string key, ReadOnlyMemory<byte> value, TimeSpan? lifetime = null)
        => values[key] = (value.ToArray(), ++versions, clock.GetUtcNow() + lifetime);

    public void Set(string key, string value) => Set(key, Encoding.UTF8.GetBytes(value));

    public void Clear() => values.Clear();
}
