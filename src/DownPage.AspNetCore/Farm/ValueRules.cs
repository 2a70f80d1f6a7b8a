using System.Text;

namespace DownPage.AspNetCore.Farm;

/// <summary>What becomes of values, whatever they are and whoever writes them.</summary>
internal static class ValueRules
{
    private const int Largest = 256 * 1024;
    private const int LongestKey = 200;

    public static async Task BytesAsync(StoreTrial trial)
    {
        var large = new byte[Largest];
        new Random(5).NextBytes(large);
        byte[][] values = [[], [0], [0, 0, 0], [.. Enumerable.Range(0, 256).Select(value => (byte)value)], large];
        foreach (var value in values)
        {
            var size = FormattableString.Invariant($"{value.Length}");
            var key = trial.Key("bytes" + size);
            StoreTrial.Expect(
                await trial.Store.ReplaceAsync(key, value, null, trial.CancellationToken),
                $"ReplaceAsync of a value of {size} B was false though nothing was there.");
            Expect(await trial.ReadAsync(key), value, $"a value of {size} B comes back as another from ReplaceAsync.");

            key = trial.Key("put" + size);
            await trial.Store.PutAsync(key, value, TimeSpan.FromMinutes(1), trial.CancellationToken);
            Expect(await trial.ReadAsync(key), value, $"a value of {size} B comes back as another from PutAsync.");
        }
    }

    public static async Task BufferAsync(StoreTrial trial)
    {
        var key = trial.Key("buffer");
        var buffer = Encoding.UTF8.GetBytes("before");

        await trial.Store.ReplaceAsync(key, buffer, null, trial.CancellationToken);
        Array.Clear(buffer);

        await trial.ExpectAsync(key, "before", "after the caller has used its buffer for something else");
    }

    public static async Task NamesAsync(StoreTrial trial)
    {
        string[] names = ["a", "A", "a:b", "a.b", "a-b", "a:", "9"];
        string[] keys = [.. names.Select(trial.Key), trial.Key("").PadRight(LongestKey, 'x')];
        foreach (var key in keys)
        {
            await trial.ReplaceAsync(key, "of " + key, null);
        }

        foreach (var key in keys)
        {
            await trial.ExpectAsync(key, "of " + key, $"after values under names that are much alike ('{key}')");
        }
    }

    public static async Task TwoClientsAsync(StoreTrial trial)
    {
        var key = trial.Key("shared");
        var other = trial.Another();
        await trial.ReplaceAsync(key, "one", null);

        var seen = await other.ReadAsync(key, trial.CancellationToken);
        StoreTrial.Expect(seen is not null, "another client does not see what was written.");
        StoreTrial.Expect(
            await other.ReplaceAsync(key, Encoding.UTF8.GetBytes("two"), seen.Version, trial.CancellationToken),
            "another client could not replace what it has read.");

        await trial.ExpectAsync(key, "two", "after another client has written");
    }

    public static async Task CancelledAsync(StoreTrial trial)
    {
        var key = trial.Key("cancelled");
        var ended = new CancellationToken(canceled: true);

        await ExpectEndedAsync(nameof(trial.Store.ReadAsync), () => trial.Store.ReadAsync(key, ended));
        await ExpectEndedAsync(
            nameof(trial.Store.ReplaceAsync), () => trial.Store.ReplaceAsync(key, new byte[1], null, ended));
        await ExpectEndedAsync(
            nameof(trial.Store.PutAsync), () => trial.Store.PutAsync(key, new byte[1], TimeSpan.FromMinutes(1), ended));
        StoreTrial.Expect(await trial.ReadAsync(key) is null, "an operation that was ended has written.");
    }

    private static async Task ExpectEndedAsync(string operation, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (OperationCanceledException)
        {
            return;
        }

        throw new StoreContractException(
            $"{operation} with a cancelled token came to its end; it must throw OperationCanceledException.");
    }

    private static void Expect(MaintenanceModeStoreEntry? there, byte[] value, string problem)
        => StoreTrial.Expect(there?.Value.Span.SequenceEqual(value) == true, problem);
}
