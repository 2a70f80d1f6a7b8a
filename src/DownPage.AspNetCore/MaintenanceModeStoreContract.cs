namespace DownPage.AspNetCore;

/// <summary>Tests a store of one's own, from whatever test framework.</summary>
public static class MaintenanceModeStoreContract
{
    /// <summary>Holds a store to everything that <see cref="IMaintenanceModeStore"/> says of it.</summary>
    /// <param name="createStore">
    /// Makes another client of the same place, as another node would have; called several times.
    /// </param>
    /// <param name="cancellationToken">Ends the test.</param>
    /// <exception cref="InvalidOperationException">
    /// The store does not do what it must; the message lists everything that was found.
    /// </exception>
    public static Task VerifyAsync(
        Func<IMaintenanceModeStore> createStore, CancellationToken cancellationToken = default)
        => throw new NotImplementedException();
}
