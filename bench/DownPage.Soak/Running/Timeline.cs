using System.Diagnostics;

namespace DownPage.Soak.Running;

/// <summary>
/// What held when. Whoever asks takes a moment before and after: between equal moments nothing has changed.
/// </summary>
internal sealed class Timeline
{
    private readonly Lock gate = new();
    private Moment now = new(0, Life: 0, ListeningSince: 0, Flag: false, FlagIsChanging: false);

    /// <summary>How often the flag was put up.</summary>
    public int Flags { get; private set; }

    public Moment Now
    {
        get
        {
            lock (gate)
            {
                return now;
            }
        }
    }

    public void Listening(int life)
        => Change(moment => moment with { Life = life, ListeningSince = Stopwatch.GetTimestamp() });

    /// <summary>Called before the blow falls.</summary>
    public void Dying() => Change(moment => moment with { ListeningSince = 0 });

    public void Flag(bool on, Action change)
    {
        Change(moment => moment with { FlagIsChanging = true });
        change();
        Change(moment => moment with { Flag = on, FlagIsChanging = false });
        Flags += on ? 1 : 0;
    }

    private void Change(Func<Moment, Moment> change)
    {
        lock (gate)
        {
            now = change(now) with { Number = now.Number + 1 };
        }
    }
}
