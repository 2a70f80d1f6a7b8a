using System.Text;

namespace DownPage.AspNetCore.Farm;

/// <summary>Clients of a store, and names of one rule's own.</summary>
internal sealed class StoreTrial(Func<IMaintenanceModeStore> createStore, CancellationToken cancellationToken)
{
    private readonly string prefix = $"contract:{Guid.NewGuid():N}:";
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);

    public IMaintenanceModeStore Store { get; } = createStore();

    public CancellationToken CancellationToken => cancellationToken;

    public IMaintenanceModeStore Another() => createStore();

    public string Key(string name)
    {
        keys.Add(prefix + name);
        return prefix + name;
    }

    public Task<MaintenanceModeStoreEntry?> ReadAsync(string key) => Store.ReadAsync(key, cancellationToken);

    public Task<bool> ReplaceAsync(string key, string value, string? version)
        => Store.ReplaceAsync(key, Encoding.UTF8.GetBytes(value), version, cancellationToken);

    public Task PutAsync(string key, string value, TimeSpan lifetime)
        => Store.PutAsync(key, Encoding.UTF8.GetBytes(value), lifetime, cancellationToken);

    /// <summary>What must be there is.</summary>
    /// <returns>The entry.</returns>
    public async Task<MaintenanceModeStoreEntry> ExpectAsync(string key, string value, string when)
    {
        var there = await ReadAsync(key);
        Expect(there is not null, $"{when}, ReadAsync is null; it must be the value that was written.");
        Expect(
            Encoding.UTF8.GetString(there.Value.Span) == value,
            $"{when}, ReadAsync has other bytes than those that must be there.");
        return there;
    }

    public static void Expect([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(false)] bool holds, string problem)
    {
        if (!holds)
        {
            throw new StoreContractException(problem);
        }
    }

    /// <summary>There is no way to delete: what is left goes by itself.</summary>
    public async Task CleanAsync()
    {
        foreach (var key in keys)
        {
            await Store.PutAsync(key, default, TimeSpan.FromSeconds(1), cancellationToken);
        }
    }
}
