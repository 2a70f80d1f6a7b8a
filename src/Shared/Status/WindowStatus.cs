using DownPage.Schedule;

namespace DownPage.Status;

/// <summary>A window, and when it is open next.</summary>
/// <param name="Definition">As it is written.</param>
/// <param name="IsConfigured">Whether it is of the configuration, and changed only there.</param>
/// <param name="IsOpen">
/// Whether it is open now; <paramref name="Start"/> and <paramref name="End"/> are of now then.
/// </param>
/// <param name="Start">When it opens. Null: never again.</param>
/// <param name="End">When it closes. Null: never, or it does not open.</param>
internal sealed record WindowStatus(
    WindowDefinition Definition, bool IsConfigured, bool IsOpen, DateTimeOffset? Start, DateTimeOffset? End)
{
    /// <param name="definition">A window that can be.</param>
    /// <param name="isConfigured">Whether it is of the configuration.</param>
    /// <param name="now">The moment.</param>
    public static WindowStatus Of(WindowDefinition definition, bool isConfigured, DateTimeOffset now)
    {
        var window = ScheduledWindow.Parse(definition);
        var open = window.At(now);
        var shown = open ?? window.After(now);
        return new WindowStatus(definition, isConfigured, open is not null, shown?.Start, shown?.End);
    }
}
