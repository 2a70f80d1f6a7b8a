using System.Globalization;
using System.Security.Cryptography;
using DownPage.AspNetCore;

namespace OperatorSite;

/// <summary>What nodes on one machine share without a server: a folder, with a file for each name.</summary>
internal sealed class FolderStore(string folder) : IMaintenanceModeStore
{
    public async Task<MaintenanceModeStoreEntry?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        using var taken = await TakeAsync(cancellationToken);
        return Read(key);
    }

    public async Task<bool> ReplaceAsync(
        string key, ReadOnlyMemory<byte> value, string? version, CancellationToken cancellationToken)
    {
        using var taken = await TakeAsync(cancellationToken);
        if (Read(key)?.Version != version)
        {
            return false;
        }

        Write(key, value, DateTimeOffset.MaxValue);
        return true;
    }

    public async Task PutAsync(
        string key, ReadOnlyMemory<byte> value, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        using var taken = await TakeAsync(cancellationToken);
        Write(key, value, TimeProvider.System.GetUtcNow() + lifetime);
    }

    private MaintenanceModeStoreEntry? Read(string key)
    {
        var file = PathOf(key);
        if (!File.Exists(file)
            || DateTimeOffset.Parse(File.ReadAllText(file + ".end"), CultureInfo.InvariantCulture)
                <= TimeProvider.System.GetUtcNow())
        {
            return null;
        }

        var value = File.ReadAllBytes(file);
        return new MaintenanceModeStoreEntry(value, Convert.ToHexString(SHA256.HashData(value)));
    }

    private void Write(string key, ReadOnlyMemory<byte> value, DateTimeOffset end)
    {
        File.WriteAllBytes(PathOf(key), value.ToArray());
        File.WriteAllText(PathOf(key) + ".end", end.ToString("O", CultureInfo.InvariantCulture));
    }

    private string PathOf(string key) => Path.Combine(folder, key.Replace(':', '_'));

    private async Task<IDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        while (true)
        {
            try
            {
                return new FileStream(
                    Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(5, cancellationToken);
            }
        }
    }
}
