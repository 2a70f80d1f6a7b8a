namespace DownPage.AspNetCore.State;

/// <summary>A store that reads in the background: what it knows counts for nothing before it has read once.</summary>
internal interface IFirstReading
{
    /// <summary>Begins to read where nobody has begun. Completes with the first reading, a failed one too.</summary>
    Task WhenReadAsync(CancellationToken cancellationToken);
}
