namespace DownPage.AspNetCore.State;

/// <summary>A store that reads in the background: what it knows counts for nothing before it has read once.</summary>
internal interface IFirstReading
{
    /// <summary>
    /// Reads now, as where no service of the app has started; one that fails is known to the store as its problem.
    /// </summary>
    Task WhenReadAsync(CancellationToken cancellationToken);
}
