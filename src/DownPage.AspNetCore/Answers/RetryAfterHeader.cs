using System.Globalization;

namespace DownPage.AspNetCore.Answers;

/// <summary>
/// The values of <c>Retry-After</c> (RFC 9110 10.2.3), spread so that not everybody returns in the same second. A few
/// of them are at hand, those of a moving end for each second anew, so that an answer allocates none.
/// </summary>
internal sealed class RetryAfterHeader
{
    private const int MostValues = 64;

    private readonly AnswerFacts facts;
    private readonly long jitter;
    private readonly bool asDate;
    private readonly TimeProvider clock;
    private volatile Spread? spread;

    public RetryAfterHeader(AnswerFacts facts, TimeSpan jitter, bool asDate, TimeProvider clock)
    {
        this.facts = facts;
        this.jitter = Math.Max(0, (long)jitter.TotalSeconds);
        this.asDate = asDate;
        this.clock = clock;
    }

    /// <summary>Null: no header.</summary>
    public string? Next() => Current() is { Values: [_, ..] values } ? values[Random.Shared.Next(values.Length)] : null;

    private Spread Current()
    {
        var known = spread;
        if (known is not null && facts.Until is null && !asDate)
        {
            return known;
        }

        var second = clock.GetUtcNow().ToUnixTimeSeconds();
        return known?.Second == second
            ? known
            : spread = new Spread(second, Values(DateTimeOffset.FromUnixTimeSeconds(second)));
    }

    private string[] Values(DateTimeOffset now)
    {
        if (facts.SecondsLeft(now) is not { } least)
        {
            return [];
        }

        var count = (int)Math.Min(MostValues, jitter + 1);
        var step = count > 1 ? (double)jitter / (count - 1) : 0;
        return [.. Enumerable.Range(0, count).Select(index => Value(now, least + (long)Math.Round(index * step)))];
    }

    private string Value(DateTimeOffset now, long seconds)
        => asDate && seconds < (DateTimeOffset.MaxValue - now).TotalSeconds
            ? now.AddSeconds(seconds).ToString("R", CultureInfo.InvariantCulture)
            : seconds.ToString(CultureInfo.InvariantCulture);

    private sealed record Spread(long Second, string[] Values);
}
