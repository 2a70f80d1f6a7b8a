using DownPage.AspNetCore.Farm;

namespace DownPage.AspNetCore;

/// <summary>Tests a store of one's own, from whatever test framework.</summary>
/// <example>
/// <code>
/// await MaintenanceModeStoreContract.VerifyAsync(() => new ConsulStore(client));
/// </code>
/// </example>
public static class MaintenanceModeStoreContract
{
    /// <summary>
    /// Holds a store to everything that <see cref="IMaintenanceModeStore"/> says of it. Takes some seconds, as
    /// lifetimes are waited for. Its keys begin with <c>contract:</c>, and are left with a lifetime of a second.
    /// </summary>
    /// <param name="createStore">
    /// Makes another client of the same place, as another node would have; called several times. Those that are
    /// <see cref="IDisposable"/> are the caller's to dispose of.
    /// </param>
    /// <param name="cancellationToken">Ends the test.</param>
    /// <exception cref="ArgumentNullException"><paramref name="createStore"/> is null.</exception>
    /// <exception cref="InvalidOperationException">
    /// The store does not do what it must; the message lists everything that was found.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async Task VerifyAsync(
        Func<IMaintenanceModeStore> createStore, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(createStore);
        var problems = await StoreContract.ProblemsAsync(createStore, cancellationToken);
        if (problems.Count > 0)
        {
            const string Heading = "The store does not do what IMaintenanceModeStore says:";
            throw new InvalidOperationException(
                string.Join(Environment.NewLine + "- ", problems.Prepend(Heading)));
        }
    }
}
