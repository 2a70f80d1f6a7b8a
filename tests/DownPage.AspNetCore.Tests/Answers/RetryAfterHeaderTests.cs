using System.Globalization;
using DownPage.AspNetCore.Answers;

namespace DownPage.AspNetCore.Tests.Answers;

[TestClass]
public sealed class RetryAfterHeaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);

    private readonly ManualClock clock = new(Now);

    [TestMethod]
    [DataRow(600, "600")]
    [DataRow(0.2, "1", DisplayName = "not zero")]
    public void Next_Delay_IsSeconds(double seconds, string expected)
        => Assert.AreEqual(expected, Header(delay: seconds).Next());

    [TestMethod]
    public void Next_Nothing_IsNone() => Assert.IsNull(Header().Next());

    [TestMethod]
    public void Next_Until_IsTheTimeThatIsLeft()
    {
        var header = Header(delay: 600, until: Now.AddSeconds(90));

        Assert.AreEqual("90", header.Next());
        clock.Jump(Now.AddSeconds(60));
        Assert.AreEqual("30", header.Next());
        clock.Jump(Now.AddHours(-1));
        Assert.AreEqual("3690", header.Next(), "The clock was set back.");
        clock.Jump(Now.AddSeconds(100));
        Assert.AreEqual("1", header.Next(), "The end has passed: any moment.");
    }

    [TestMethod]
    public void Next_FarEnd_DoesNotOverflow()
    {
        Assert.AreEqual("251607070799", Header(until: DateTimeOffset.MaxValue.AddTicks(-9_999_999)).Next());
        Assert.IsNotNull(Header(until: DateTimeOffset.MaxValue, asDate: true, jitter: 3_600).Next());
    }

    [TestMethod]
    public void Next_AsDate_IsAnImfFixdate()
    {
        var header = Header(delay: 600, asDate: true);

        Assert.AreEqual("Sat, 21 Nov 2026 03:10:00 GMT", header.Next());
        clock.Jump(Now.AddSeconds(1));
        Assert.AreEqual("Sat, 21 Nov 2026 03:10:01 GMT", header.Next());
    }

    [TestMethod]
    [DataRow(30)]
    [DataRow(3_600)]
    public void Next_Jitter_Spreads(int jitter)
    {
        var header = Header(delay: 600, jitter: jitter);

        var values = Enumerable.Range(0, 5_000)
            .Select(_ => long.Parse(header.Next() ?? "", CultureInfo.InvariantCulture)).ToHashSet();

        Assert.AreEqual(600, values.Min());
        Assert.AreEqual(600 + jitter, values.Max());
        Assert.IsGreaterThan(25, values.Count);
    }

    [TestMethod]
    public void Next_Again_AllocatesNothing()
    {
        var header = Header(until: Now.AddHours(1), jitter: 30);
        header.Next();

        var before = GC.GetAllocatedBytesForCurrentThread();
        header.Next();

        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private RetryAfterHeader Header(double? delay = null, DateTimeOffset? until = null, int jitter = 0,
        bool asDate = false)
        => new(
            new AnswerFacts
            {
                StatusCode = 503,
                Delay = delay is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                Until = until,
            },
            TimeSpan.FromSeconds(jitter),
            asDate,
            clock);
}
