namespace DownPage.Schedule;

/// <summary>
/// The days that a window recurs on: those that are of <paramref name="days"/> and of <paramref name="daysOfMonth"/>
/// both; an empty list leaves none out.
/// </summary>
internal sealed class WindowDays(IEnumerable<DayOfWeek> days, IEnumerable<int> daysOfMonth)
{
    private readonly HashSet<DayOfWeek> days = [.. days];
    private readonly HashSet<int> daysOfMonth = [.. daysOfMonth];

    public bool Contains(DateOnly date) => (days.Count == 0 || days.Contains(date.DayOfWeek)) && IsOfMonth(date);

    private bool IsOfMonth(DateOnly date)
        => daysOfMonth.Count == 0
            || daysOfMonth.Contains(date.Day)
            || daysOfMonth.Contains(date.Day - DateTime.DaysInMonth(date.Year, date.Month) - 1);
}
