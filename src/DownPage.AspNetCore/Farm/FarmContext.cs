namespace DownPage.AspNetCore.Farm;

/// <summary>What all that follows a shared store works with.</summary>
/// <param name="Store">The place that the nodes share.</param>
/// <param name="Options">The options as they are now.</param>
/// <param name="Keys">The names of the values.</param>
/// <param name="Clock">Every time and every wait.</param>
/// <param name="Random">Every jitter.</param>
internal sealed record FarmContext(
    IMaintenanceModeStore Store,
    Func<MaintenanceFarmOptions> Options,
    FarmKeys Keys,
    TimeProvider Clock,
    Random Random)
{
    /// <summary>
    /// Where the store is called: a store that blocks instead of awaiting must not hold whoever calls it. A simulation
    /// has everything on one thread.
    /// </summary>
    public TaskScheduler Scheduler { get; init; } = TaskScheduler.Default;

    public MaintenanceFarmOptions Current => Options();

    /// <summary>A random part of a span: from <paramref name="least"/> to the whole of it.</summary>
    public TimeSpan Jitter(TimeSpan span, double least) => span * (least + ((1 - least) * Random.NextDouble()));
}
