using System.Text.Json;
using DownPage.DownFile;

namespace DownPage.AspNetCore.Farm;

/// <summary>
/// The names of all nodes, in a few values: a store need not be able to list what it holds. Each node puts its own name
/// in again and again, with the time; whoever writes takes out the names of those that have not.
/// </summary>
internal sealed class NodeIndex(FarmContext farm, StoreLane lane)
{
    private const int LongestName = 400;

    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan GoneAfter = TimeSpan.FromHours(1);

    /// <summary>Sees to it that the name is there: one reading, mostly.</summary>
    /// <exception cref="IOException">The store failed.</exception>
    public Task JoinAsync(string name, CancellationToken cancellationToken)
        => new SharedValue(farm, lane, farm.Keys.BucketOf(name)).ChangeAsync(
            there => Joined(there, name, farm.Clock.GetUtcNow()),
            there => Read(there).ContainsKey(name),
            settles: false,
            cancellationToken);

    /// <summary>The names of one part.</summary>
    /// <exception cref="IOException">The store failed.</exception>
    public async Task<IEnumerable<string>> NamesAsync(int bucket, CancellationToken cancellationToken)
        => await lane.ReadAsync(farm.Keys.Bucket(bucket), cancellationToken) is { } there ? Read(there.Value).Keys : [];

    private static byte[]? Joined(ReadOnlyMemory<byte>? there, string name, DateTimeOffset now)
    {
        var names = there is { } bytes ? Read(bytes) : [];
        if (names.TryGetValue(name, out var seen) && (now - seen).Duration() < FreshFor)
        {
            return null;
        }

        names[name] = now;
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (other, at) in names.Where(other => now - other.Value < GoneAfter))
            {
                writer.WriteString(other, at);
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>What cannot be read is no name: it is written anew.</summary>
    private static Dictionary<string, DateTimeOffset> Read(ReadOnlyMemory<byte> bytes)
    {
        var names = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var members = document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.EnumerateObject()
                : default;
            foreach (var member in members)
            {
                if (JsonText.NameOf(member) is { Length: > 0 and <= LongestName } name
                    && member.Value.ValueKind == JsonValueKind.String && member.Value.TryGetDateTimeOffset(out var at))
                {
                    names[name] = at;
                }
            }
        }
        catch (JsonException)
        {
            return [];
        }

        return names;
    }
}
