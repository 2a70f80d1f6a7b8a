namespace DownPage.Bench;

/// <summary>A question about speed, answered by a few rows of a table.</summary>
internal interface IBenchmark
{
    string Title { get; }

    Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken);
}
