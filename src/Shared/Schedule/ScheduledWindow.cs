namespace DownPage.Schedule;

/// <summary>A window that was read: when it is open.</summary>
internal sealed class ScheduledWindow
{
    private ScheduledWindow(WindowDefinition definition) => Definition = definition;

    public WindowDefinition Definition { get; }

    /// <exception cref="FormatException">A value is wrong; the message starts with the key's name and quotes the value.</exception>
    public static ScheduledWindow Parse(WindowDefinition definition) => new(definition);

    /// <summary>The occurrence that is open at the moment; null: none.</summary>
    public WindowOccurrence? At(DateTimeOffset now) => null;

    /// <summary>The first occurrence that begins after the moment; null: none.</summary>
    public WindowOccurrence? After(DateTimeOffset now) => null;
}
