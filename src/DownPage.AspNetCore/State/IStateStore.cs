using DownPage.DownFile;

namespace DownPage.AspNetCore.State;

/// <summary>Where it is written that the site is down. Read in the background only.</summary>
internal interface IStateStore
{
    /// <summary>
    /// What is written. Never throws: a failure is a reading too. What has not changed is the same document again.
    /// </summary>
    DownFileReading Read();

    /// <summary>Changes what is written, all of it or nothing.</summary>
    /// <param name="change">Makes what is to be written of what is; null: nothing is there, or shall be.</param>
    /// <param name="cancellationToken">Ends waiting for another writer.</param>
    /// <exception cref="IOException">It cannot be written: nothing has changed.</exception>
    Task WriteAsync(Func<DownFileDocument?, DownFileDocument?> change, CancellationToken cancellationToken);
}
