using System.Diagnostics;
using DownPage.Soak.Results;
using DownPage.Soak.Running;

namespace DownPage.Soak.Load;

/// <summary>One connection that asks without a pause.</summary>
internal sealed class Visitor(int port, AskSet asks, Judge judge, Timeline timeline, Tally tally, int seed)
{
    public void Run(CancellationToken end)
    {
        var random = new Random(seed);
        using var connection = new Connection(port);
        while (!end.IsCancellationRequested)
        {
            var ask = asks.Next(random);
            var before = timeline.Now;
            var begun = Stopwatch.GetTimestamp();
            var answer = connection.Ask(ask.Bytes, ask.IsHead);
            var took = Stopwatch.GetElapsedTime(begun);
            var judgement = judge.Of(ask, answer, before);
            tally.Add(ask, answer, judgement, took);
            if (judgement.IsLate)
            {
                tally.Late(Stopwatch.GetElapsedTime(before.ListeningSince));
            }
        }

        tally.Opened = connection.Opened;
    }
}
