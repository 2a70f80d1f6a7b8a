using DownPage.History;

namespace DownPage.AspNetCore.Farm;

/// <summary>The changes of the shared state, in the store: a line of JSON each, the youngest last.</summary>
internal sealed class SharedHistory(FarmContext farm)
{
    public const int Most = 200;

    private readonly StoreLane lane = new(farm);

    /// <summary>Adds an entry, and lets the oldest go.</summary>
    /// <returns>Why it could not be added. Null: it was.</returns>
    public async Task<string?> AppendAsync(HistoryEntry entry, CancellationToken cancellationToken)
    {
        var line = HistoryLine.Write(entry);
        try
        {
            await new SharedValue(farm, lane, farm.Keys.History).ChangeAsync(
                there => Appended(there ?? default, line),
                there => there.Span.IndexOf(line) >= 0,
                settles: true,
                cancellationToken);
            return null;
        }
        catch (Exception failed) when (failed is IOException or OperationCanceledException)
        {
            return failed.Message;
        }
    }

    /// <summary>The youngest entries first.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    public async Task<IReadOnlyList<HistoryEntry>> ReadAsync(int most, CancellationToken cancellationToken)
    {
        try
        {
            var there = await lane.ReadAsync(farm.Keys.History, cancellationToken);
            return there is null ? [] : HistoryLines.Last(there.Value, most);
        }
        catch (IOException failed)
        {
            throw new IOException($"The history cannot be read from the shared store: {failed.Message}", failed);
        }
    }

    private static byte[] Appended(ReadOnlyMemory<byte> there, byte[] line)
    {
        if (there.Length > 0 && there.Span[^1] != (byte)'\n')
        {
            there = (byte[])[.. there.Span, (byte)'\n'];
        }

        var room = EnvelopeJson.MaximumBytes - line.Length;
        var begin = there.Length;
        for (var lines = 0; lines < Most - 1 && begin > 0; lines++)
        {
            var before = there.Span[..(begin - 1)].LastIndexOf((byte)'\n') + 1;
            if (there.Length - before > room)
            {
                break;
            }

            begin = before;
        }

        return [.. there.Span[begin..], .. line];
    }
}
