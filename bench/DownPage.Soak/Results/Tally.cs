using System.Globalization;
using DownPage.Soak.Load;

namespace DownPage.Soak.Results;

/// <summary>What one connection has seen; written by its thread alone.</summary>
internal sealed class Tally
{
    private const int ShownWrong = 20;

    private readonly Lock gate = new();
    private readonly long[] verdicts = new long[Enum.GetValues<Verdict>().Length];
    private readonly Dictionary<string, long> details = new(StringComparer.Ordinal);

    public long Requests => verdicts.Sum();

    public long Opened { get; set; }

    public long LateCount { get; private set; }

    /// <summary>How long after the app had listened again somebody still got the page.</summary>
    public TimeSpan Longest { get; private set; }

    /// <summary>Answers that broke off, by what had come: nothing but the head, or a part of the body.</summary>
    public long CutBytes { get; private set; }

    public long CutExpected { get; private set; }

    public Durations AppTimes { get; } = new();

    public Durations PageTimes { get; } = new();

    public Durations FlagTimes { get; } = new();

    public List<string> Wrong { get; } = [];

    public IReadOnlyDictionary<string, long> Details => details;

    public long Of(Verdict verdict) => verdicts[(int)verdict];

    public void Add(Ask ask, Answer answer, Judgement judgement, TimeSpan took)
    {
        lock (gate)
        {
            verdicts[(int)judgement.Verdict]++;
            (CutBytes, CutExpected) = (CutBytes + judgement.Received, CutExpected + judgement.Expected);
            (judgement.Verdict switch
            {
                Verdict.App => AppTimes,
                Verdict.Page => PageTimes,
                Verdict.Maintenance => FlagTimes,
                _ => null,
            })?.Add(took);
            if (judgement.Detail is not null)
            {
                var status = answer.StatusCode.ToString(CultureInfo.InvariantCulture);
                Count($"{judgement.Verdict}: {status} {judgement.Detail}", 1);
            }

            if (judgement.Verdict == Verdict.Wrong && Wrong.Count < ShownWrong)
            {
                Wrong.Add($"{judgement.Detail}: {ask.Name} -> {answer}");
            }
        }
    }

    public void Late(TimeSpan after)
    {
        LateCount++;
        Longest = after > Longest ? after : Longest;
    }

    public static Tally Sum(IEnumerable<Tally> tallies)
    {
        var sum = new Tally();
        foreach (var tally in tallies)
        {
            sum.Take(tally);
        }

        return sum;
    }

    private void Take(Tally other)
    {
        lock (other.gate)
        {
            for (var index = 0; index < verdicts.Length; index++)
            {
                verdicts[index] += other.verdicts[index];
            }

            foreach (var (detail, count) in other.details)
            {
                Count(detail, count);
            }

            Opened += other.Opened;
            LateCount += other.LateCount;
            Longest = other.Longest > Longest ? other.Longest : Longest;
            (CutBytes, CutExpected) = (CutBytes + other.CutBytes, CutExpected + other.CutExpected);
            AppTimes.Add(other.AppTimes);
            PageTimes.Add(other.PageTimes);
            FlagTimes.Add(other.FlagTimes);
            Wrong.AddRange(other.Wrong.Take(ShownWrong - Wrong.Count));
        }
    }

    private void Count(string detail, long count)
        => details[detail] = details.GetValueOrDefault(detail) + count;
}
