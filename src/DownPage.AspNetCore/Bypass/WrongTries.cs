using System.Runtime.CompilerServices;

namespace DownPage.AspNetCore.Bypass;

/// <summary>At most ten wrong secrets a minute, whoever sends them: no one is to find a weak one by trying.</summary>
internal sealed class WrongTries(TimeProvider clock)
{
    public const int Most = 10;

    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Gates are made anew with every state, the count goes on: one for each clock, which in an app is one for the
    /// process.
    /// </summary>
    private static readonly ConditionalWeakTable<TimeProvider, WrongTries> ByClock = [];

    private readonly object gate = new();
    private long begun;
    private int count;

    public static WrongTries Of(TimeProvider clock) => ByClock.GetValue(clock, time => new WrongTries(time));

    /// <summary>Counts a try before it is looked at, so that a thousand at once are not looked at either.</summary>
    /// <param name="wait">If not: for how long.</param>
    /// <param name="isLast">Whether no other is looked at if this one is wrong.</param>
    public bool TryBegin(out TimeSpan wait, out bool isLast)
    {
        lock (gate)
        {
            wait = count == 0 ? TimeSpan.Zero : Period - clock.GetElapsedTime(begun);
            if (wait <= TimeSpan.Zero)
            {
                begun = clock.GetTimestamp();
                count = 0;
            }

            isLast = count == Most - 1;
            if (count >= Most)
            {
                return false;
            }

            count++;
            return true;
        }
    }

    /// <summary>The try was right.</summary>
    public void TakeBack()
    {
        lock (gate)
        {
            count = Math.Max(0, count - 1);
        }
    }
}
