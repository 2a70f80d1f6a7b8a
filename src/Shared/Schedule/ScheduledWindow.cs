namespace DownPage.Schedule;

/// <summary>A window that was read: when it is open. README.md beside this file says what each key means.</summary>
internal sealed class ScheduledWindow
{
    private readonly WindowTimes times;

    private ScheduledWindow(WindowDefinition definition, WindowTimes times)
    {
        Definition = definition;
        this.times = times;
    }

    public WindowDefinition Definition { get; }

    /// <exception cref="FormatException">
    /// A value is wrong; the message starts with the key's name and quotes the value.
    /// </exception>
    public static ScheduledWindow Parse(WindowDefinition definition) => new(definition, WindowReader.Read(definition));

    /// <summary>The occurrence that is open at the moment, of several the one that began last; null: none.</summary>
    public WindowOccurrence? At(DateTimeOffset now) => Occurrence(times.At(now));

    /// <summary>The first occurrence that begins after the moment; null: none.</summary>
    public WindowOccurrence? After(DateTimeOffset now) => Occurrence(times.After(now));

    private WindowOccurrence? Occurrence(WindowSpan? span)
        => span is { } known ? new WindowOccurrence(this, known.Start, known.End) : null;
}
