namespace DownPage.Schedule;

/// <summary>When a window is open: once, or again and again.</summary>
internal abstract class WindowTimes
{
    /// <summary>Of the spans that are open at the moment, the one that began last; null: none is.</summary>
    public abstract WindowSpan? At(DateTimeOffset now);

    /// <summary>The first span that begins after the moment; null: none.</summary>
    public abstract WindowSpan? After(DateTimeOffset now);
}
