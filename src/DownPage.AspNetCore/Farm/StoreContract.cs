namespace DownPage.AspNetCore.Farm;

/// <summary>Every rule of a store, one after the other; what one finds does not keep the next from looking.</summary>
internal static class StoreContract
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly (string Name, Func<StoreTrial, Task> Run)[] Rules =
    [
        ("a name that was never written", ReplacingRules.NothingIsThereAsync),
        ("replacing nothing", ReplacingRules.NullVersionAsync),
        ("replacing what is there", ReplacingRules.RightVersionAsync),
        ("replacing what was there before", ReplacingRules.StaleVersionAsync),
        ("versions", ReplacingRules.VersionsAsync),
        ("two that replace at once", ReplacingRules.TwoAtOnceAsync),
        ("bytes", ValueRules.BytesAsync),
        ("a buffer that is used again", ValueRules.BufferAsync),
        ("names", ValueRules.NamesAsync),
        ("two clients", ValueRules.TwoClientsAsync),
        ("putting", LifetimeRules.PutAsync),
        ("a lifetime", LifetimeRules.LifetimeAsync),
        ("replacing what has a lifetime", LifetimeRules.ReplacedLifetimeAsync),
        ("an operation that was ended", ValueRules.CancelledAsync),
    ];

    public static async Task<IReadOnlyList<string>> ProblemsAsync(
        Func<IMaintenanceModeStore> createStore, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        foreach (var (name, run) in Rules)
        {
            var problem = await ProblemAsync(createStore, run, cancellationToken);
            if (problem is not null)
            {
                problems.Add($"{name}: {problem}");
            }
        }

        return problems;
    }

    private static async Task<string?> ProblemAsync(
        Func<IMaintenanceModeStore> createStore, Func<StoreTrial, Task> run, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(Patience);
        try
        {
            var trial = new StoreTrial(createStore, late.Token);
            await run(trial).WaitAsync(late.Token);
            await trial.CleanAsync().WaitAsync(late.Token);
            return null;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            return "the store did not answer within a minute.";
        }
        catch (StoreContractException found)
        {
            return found.Message;
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            return $"the store threw {failed.GetType().Name}: {failed.Message}";
        }
    }
}
