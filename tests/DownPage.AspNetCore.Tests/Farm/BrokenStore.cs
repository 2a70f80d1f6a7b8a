using System.Globalization;

namespace DownPage.AspNetCore.Tests.Farm;

/// <summary>A store that is right but for one fault, by its name; none for an empty name.</summary>
internal sealed class BrokenStore(SharedPlace place, string fault) : IMaintenanceModeStore
{
    private readonly HashSet<string> put = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReadOnlyMemory<byte>> buffers = new(StringComparer.Ordinal);
    private int readings;

    public async Task<MaintenanceModeStoreEntry?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        var there = place[Key(key)];
        if (there is null || (fault == "empty is missing" && there.Value.IsEmpty))
        {
            return fault == "missing is empty" ? new MaintenanceModeStoreEntry(default, "0") : null;
        }

        var value = fault switch
        {
            "cuts at zero" => there.Value.Span.IndexOf((byte)0) is var end and >= 0 ? there.Value[..end] : there.Value,
            "64 KiB" => there.Value[..Math.Min(there.Value.Length, 65536)],
            "keeps the buffer" => buffers.GetValueOrDefault(key),
            _ => there.Value,
        };
        return new MaintenanceModeStoreEntry(value, Version(key, there.Version));
    }

    public async Task<bool> ReplaceAsync(
        string key, ReadOnlyMemory<byte> value, string? version, CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        var there = place[Key(key)];
        var matches = fault switch
        {
            "null always writes" when version is null => true,
            "null never writes" when version is null => false,
            "never replaces" when version is not null => false,
            "race lost" when version is not null => true,
            "stale writes" when there is not null && version is not null => true,
            "version for nothing" when there is null => true,
            "one version" or "version empty" or "version per reading" or "put keeps version"
                => version is null == there is null,
            _ => version == there?.Version,
        };
        if (!matches && fault != "false but written")
        {
            return false;
        }

        if (fault == "race lost" && version is not null)
        {
            // Both are told that theirs is there, and neither is.
            place.Set(Key(key), place.Text(Key(key)) == "before" ? value : "garbled"u8.ToArray());
            return true;
        }

        if (!(fault == "true but not written" && version is not null))
        {
            var lifetime = fault == "lifetime stays" && put.Contains(key) ? TimeSpan.FromSeconds(2) : (TimeSpan?)null;
            Set(key, value, lifetime);
        }

        return matches;
    }

    public async Task PutAsync(string key, ReadOnlyMemory<byte> value, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        if (put.Add(key) || fault != "put only once")
        {
            Set(key, value, fault == "lives for ever" ? null : lifetime);
        }
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        if (fault != "no token")
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (fault == "throws")
        {
            throw new TimeoutException("it is dead");
        }
    }

    private void Set(string key, ReadOnlyMemory<byte> value, TimeSpan? lifetime)
    {
        buffers[key] = value;
        place.Set(Key(key), value, lifetime);
    }

    private string Key(string key) => fault == "upper case" ? key.ToUpperInvariant() : key;

    private string Version(string key, string version) => fault switch
    {
        "one version" => "1",
        "version empty" => "",
        "version per reading" => (++readings).ToString(CultureInfo.InvariantCulture),
        "put keeps version" => put.Contains(key) ? "2" : place.Text(key) == "one" ? "1" : "2",
        _ => version,
    };
}
