using DownPage.DownFile;
using DownPage.History;
using DownPage.Switching;

namespace DownPage.AspNetCore.State;

/// <summary>Where it is written that the site is down. Read in the background only.</summary>
internal interface IStateStore
{
    /// <summary>There may be something new to read: raised by a store that finds out by itself.</summary>
    event Action? Changed;

    /// <summary>
    /// What is written, at once: a store that needs the network says what it knows. Never throws: a failure is a
    /// reading too. What has not changed is the same document again.
    /// </summary>
    StateReading Read();

    /// <summary>What a change would be made of, as it is known now. Null: nothing is written.</summary>
    DownFileDocument? Held { get; }

    /// <summary>Makes the change, all of it or nothing, and puts it into the history.</summary>
    /// <param name="change">What is to become of what is written.</param>
    /// <param name="cancellationToken">Ends waiting for another writer.</param>
    /// <exception cref="ChangeRefusedException">It cannot be made of what is there: nothing has changed.</exception>
    /// <exception cref="InvalidOperationException">There is nothing to write to.</exception>
    /// <exception cref="IOException">It cannot be written: nothing has changed.</exception>
    Task<StateWrite> WriteAsync(StateChange change, CancellationToken cancellationToken);

    /// <summary>The changes that are known, the youngest first.</summary>
    /// <param name="most">How many are wanted.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="IOException">They cannot be read.</exception>
    Task<IReadOnlyList<HistoryEntry>> ReadHistoryAsync(int most, CancellationToken cancellationToken);
}
