namespace DownPage.Schedule;

/// <summary>From when to when a window is open.</summary>
/// <param name="Start">The first moment.</param>
/// <param name="End">The first moment after it. Null: none.</param>
internal readonly record struct WindowSpan(DateTimeOffset Start, DateTimeOffset? End)
{
    public bool Contains(DateTimeOffset moment) => Start <= moment && !(End <= moment);
}
