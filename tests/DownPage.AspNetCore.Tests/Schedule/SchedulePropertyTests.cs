using DownPage.Schedule;
using FsCheck;
using FsCheck.Fluent;

namespace DownPage.AspNetCore.Tests.Schedule;

[TestClass]
public sealed class SchedulePropertyTests
{
    private const int Minutes = 2 * 1440;

    // No divisor of an hour: every minute of one is met.
    private const int Step = 7;

    [TestMethod]
    [DataRow("Europe/Berlin", "2026-10-25T00:00")]
    [DataRow("Australia/Lord_Howe", "2026-10-04T00:00")]
    [DataRow("Pacific/Apia", "2011-12-30T00:00")]
    [DataRow("UTC", "2024-02-29T00:00")]
    public void NextChange_AnySchedule_MissesNothing(string zone, string anchor)
    {
        var model = new MinuteModel(zone, anchor);
        var cases =
            from windows in Gen.ArrayOf(RandomWindows.Recurring(zone, model.Anchor), 3)
            from now in RandomWindows.Moments(model.Anchor)
            from lift in Gen.Choose(-1440, 1440)
            select (windows, now, lift);

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(25),
            Prop.ForAll(cases.ToArbitrary(), one => MissesNothing(one.windows, one.now, one.now.AddMinutes(one.lift))));
    }

    private static bool MissesNothing(WindowDefinition[] definitions, DateTimeOffset begin, DateTimeOffset lifted)
    {
        var schedule = new WindowSchedule(
            [.. definitions.Select(window => ScheduledWindow.Parse(window with { Start = null, End = null }))]);
        var now = begin;
        var next = schedule.NextChange(now);
        var (current, announced) = Answers(now);
        for (var minute = 0; minute < Minutes; minute += Step)
        {
            var then = begin.AddMinutes(minute);
            while (next <= then)
            {
                Assert.IsGreaterThan(now, next.Value);
                Assert.AreEqual((current, announced), Answers(next.Value.AddTicks(-1)), $"just before {next:O}");
                now = next.Value;
                (current, announced) = Answers(now);
                next = schedule.NextChange(now);
            }

            Assert.AreEqual((current, announced), Answers(then), $"{then:O}, since {now:O}");
        }

        return true;

        (WindowOccurrence? Current, WindowOccurrence? Announced) Answers(DateTimeOffset moment)
            => (schedule.Current(moment, lifted), schedule.Announced(moment));
    }
}
