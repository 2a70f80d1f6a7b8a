namespace DownPage.AspNetCore.Farm;

/// <summary>What <see cref="IMaintenanceModeStore.PutAsync"/> must do; its time passes really.</summary>
internal static class LifetimeRules
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Beyond = TimeSpan.FromSeconds(2.5);

    private const int Looks = 25;

    public static async Task PutAsync(StoreTrial trial)
    {
        var key = trial.Key("put");

        await trial.PutAsync(key, "one", Minute);
        await trial.ExpectAsync(key, "one", "after PutAsync where nothing was");
        await trial.PutAsync(key, "two", Minute);
        await trial.ExpectAsync(key, "two", "after PutAsync where a value was");

        var replaced = trial.Key("replaced");
        await trial.ReplaceAsync(replaced, "one", null);
        await trial.PutAsync(replaced, "two", Minute);
        await trial.ExpectAsync(replaced, "two", "after PutAsync where a value had been replaced");
    }

    public static async Task LifetimeAsync(StoreTrial trial)
    {
        var key = trial.Key("short");
        var longer = trial.Key("long");
        await trial.PutAsync(longer, "stays", Minute);
        await trial.PutAsync(key, "goes", Shortest);
        var there = await trial.ReadAsync(key);
        for (var look = 0; look < Looks && there is not null; look++)
        {
            await Task.Delay(Look, trial.CancellationToken);
            there = await trial.ReadAsync(key);
        }

        StoreTrial.Expect(there is null, "a value with a lifetime of 1 s is still there after 5 s.");
        StoreTrial.Expect(
            await trial.ReplaceAsync(key, "new", null),
            "ReplaceAsync with no version was false where a value's lifetime was over.");
        await trial.ExpectAsync(longer, "stays", "5 s into a lifetime of a minute");
    }

    public static async Task ReplacedLifetimeAsync(StoreTrial trial)
    {
        var key = trial.Key("short");
        await trial.PutAsync(key, "put", TimeSpan.FromSeconds(2));
        var put = await trial.ExpectAsync(key, "put", "after PutAsync with a lifetime of 2 s");
        StoreTrial.Expect(
            await trial.ReplaceAsync(key, "stays", put.Version),
            "ReplaceAsync with the version of a value that was put was false; it must write.");

        await Task.Delay(Beyond, trial.CancellationToken);

        await trial.ExpectAsync(key, "stays", "2.5 s after ReplaceAsync of a value that had a lifetime of 2 s");
    }
}
