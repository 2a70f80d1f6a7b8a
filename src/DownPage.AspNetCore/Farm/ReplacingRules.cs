using System.Text;

namespace DownPage.AspNetCore.Farm;

/// <summary>What <see cref="IMaintenanceModeStore.ReplaceAsync"/> must do.</summary>
internal static class ReplacingRules
{
    private const int Rounds = 20;

    public static async Task NothingIsThereAsync(StoreTrial trial)
    {
        var there = await trial.ReadAsync(trial.Key("never"));

        StoreTrial.Expect(there is null, "ReadAsync is an entry; it must be null.");
    }

    public static async Task NullVersionAsync(StoreTrial trial)
    {
        var key = trial.Key("new");

        StoreTrial.Expect(
            await trial.ReplaceAsync(key, "one", null),
            "ReplaceAsync with no version was false though nothing was there; it must write.");
        await trial.ExpectAsync(key, "one", "after ReplaceAsync with no version");
        StoreTrial.Expect(
            !await trial.ReplaceAsync(key, "two", null),
            "ReplaceAsync with no version was true though a value was there; it must be false.");
        await trial.ExpectAsync(key, "one", "after a ReplaceAsync that was false");
    }

    public static async Task RightVersionAsync(StoreTrial trial)
    {
        var key = trial.Key("value");
        await trial.ReplaceAsync(key, "one", null);
        var first = await trial.ExpectAsync(key, "one", "after the first value");

        StoreTrial.Expect(
            await trial.ReplaceAsync(key, "two", first.Version),
            "ReplaceAsync with the version that was read was false; it must write.");
        await trial.ExpectAsync(key, "two", "after ReplaceAsync with the version that was read");
    }

    public static async Task StaleVersionAsync(StoreTrial trial)
    {
        var key = trial.Key("value");
        await trial.ReplaceAsync(key, "one", null);
        var first = await trial.ExpectAsync(key, "one", "after the first value");
        await trial.ReplaceAsync(key, "two", first.Version);

        StoreTrial.Expect(
            !await trial.ReplaceAsync(key, "three", first.Version),
            "ReplaceAsync with a version that is no more was true; it must be false.");
        await trial.ExpectAsync(key, "two", "after a ReplaceAsync with a version that is no more");
        var empty = trial.Key("empty");
        StoreTrial.Expect(
            !await trial.ReplaceAsync(empty, "four", first.Version),
            "ReplaceAsync with a version was true though nothing was there; it must be false.");
        StoreTrial.Expect(
            await trial.ReadAsync(empty) is null, "a ReplaceAsync that was false has written where nothing was.");
    }

    public static async Task VersionsAsync(StoreTrial trial)
    {
        var key = trial.Key("value");
        await trial.ReplaceAsync(key, "one", null);
        var first = await trial.ExpectAsync(key, "one", "after the first value");
        var again = await trial.ExpectAsync(key, "one", "read again");

        StoreTrial.Expect(first.Version is { Length: > 0 }, "a version is empty; it must say something.");
        StoreTrial.Expect(
            first.Version == again.Version, "a value that nobody has changed has another version when read again.");
        await trial.ReplaceAsync(key, "two", first.Version);
        var second = await trial.ExpectAsync(key, "two", "after the second value");
        StoreTrial.Expect(second.Version != first.Version, "another value has the version of the one before.");
        await trial.PutAsync(key, "three", TimeSpan.FromMinutes(1));
        var third = await trial.ExpectAsync(key, "three", "after PutAsync");
        StoreTrial.Expect(third.Version != second.Version, "a value that was put has the version of the one before.");
    }

    /// <summary>A cache cannot do better than this; DownPage looks again afterwards.</summary>
    public static async Task TwoAtOnceAsync(StoreTrial trial)
    {
        var other = trial.Another();
        for (var round = 0; round < Rounds; round++)
        {
            var key = trial.Key(FormattableString.Invariant($"race{round}"));
            await trial.ReplaceAsync(key, "before", null);
            var before = await trial.ExpectAsync(key, "before", "before a race");

            var answers = await Task.WhenAll(
                trial.ReplaceAsync(key, "one", before.Version),
                other.ReplaceAsync(key, Encoding.UTF8.GetBytes("two"), before.Version, trial.CancellationToken));

            StoreTrial.Expect(answers.Contains(true), "both were false; one of them must write.");
            var there = await trial.ReadAsync(key);
            var text = there is null ? null : Encoding.UTF8.GetString(there.Value.Span);
            StoreTrial.Expect(
                (answers[0] && text == "one") || (answers[1] && text == "two"),
                "the value afterwards is of none of those that were told true.");
        }
    }
}
