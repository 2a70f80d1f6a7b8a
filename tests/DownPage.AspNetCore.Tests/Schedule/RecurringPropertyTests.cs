using DownPage.Schedule;
using FsCheck;
using FsCheck.Fluent;

namespace DownPage.AspNetCore.Tests.Schedule;

[TestClass]
public sealed class RecurringPropertyTests
{
    [TestMethod]
    [DataRow("Europe/Berlin", "2026-03-29T00:00", DisplayName = "Berlin: an hour is skipped")]
    [DataRow("Europe/Berlin", "2026-10-25T00:00", DisplayName = "Berlin: an hour comes twice")]
    [DataRow("America/New_York", "2026-03-08T00:00", DisplayName = "New York: an hour is skipped")]
    [DataRow("America/New_York", "2026-11-01T00:00", DisplayName = "New York: an hour comes twice")]
    [DataRow("Australia/Lord_Howe", "2026-04-05T00:00", DisplayName = "Lord Howe: half an hour comes twice")]
    [DataRow("Australia/Lord_Howe", "2026-10-04T00:00", DisplayName = "Lord Howe: half an hour is skipped")]
    [DataRow("Africa/Cairo", "2026-04-24T00:00", DisplayName = "Cairo: midnight is skipped")]
    [DataRow("America/Havana", "2026-11-01T00:00", DisplayName = "Havana: the hour after midnight comes twice")]
    [DataRow("America/Sao_Paulo", "2018-02-18T00:00", DisplayName = "São Paulo: the hour before midnight comes twice")]
    [DataRow("Pacific/Apia", "2011-12-30T00:00", DisplayName = "Apia: a day is skipped")]
    [DataRow("Asia/Kolkata", "2026-01-31T00:00", DisplayName = "Kolkata: nothing happens")]
    [DataRow("UTC", "2024-02-29T00:00", DisplayName = "a leap day")]
    [DataRow("UTC", "2023-02-28T00:00", DisplayName = "no leap day")]
    public void Recurring_AnyWindowAtAnyMoment_IsAsTheClockShows(string zone, string anchor)
    {
        var model = new MinuteModel(zone, anchor);
        var cases =
            from window in RandomWindows.Recurring(zone, model.Anchor)
            from moments in Gen.ArrayOf(RandomWindows.Moments(model.Anchor), 40)
            select (window, moments);

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(150),
            Prop.ForAll(cases.ToArbitrary(), one => IsAsTheClockShows(model, one.window, one.moments)));
    }

    private static bool IsAsTheClockShows(MinuteModel model, WindowDefinition definition, DateTimeOffset[] moments)
    {
        var spans = model.SpansOf(definition);
        if (!TryParse(definition, out var window))
        {
            return spans.Count == 0;
        }

        foreach (var now in moments)
        {
            var at = window.At(now);
            Assert.AreEqual(
                spans.Where(span => span.Contains(now)).Select(span => (WindowSpan?)span).LastOrDefault(),
                Span(at),
                $"At {now:O}");

            // What is beyond the days that the model looked at, it does not know.
            var after = window.After(now);
            Assert.AreEqual(
                spans.Where(span => span.Start > now).Select(span => (WindowSpan?)span).FirstOrDefault(),
                after?.Start < model.End ? Span(after) : null,
                $"After {now:O}");
        }

        return true;
    }

    private static WindowSpan? Span(WindowOccurrence? occurrence)
        => occurrence is null ? null : new WindowSpan(occurrence.Start, occurrence.End);

    // A window whose bounds leave no occurrence is refused.
    private static bool TryParse(WindowDefinition definition, out ScheduledWindow window)
    {
        try
        {
            window = ScheduledWindow.Parse(definition);
            return true;
        }
        catch (FormatException)
        {
            window = ScheduledWindow.Parse(definition with { Start = null, End = null });
            return false;
        }
    }
}
