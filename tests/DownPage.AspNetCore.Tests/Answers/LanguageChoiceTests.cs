using DownPage.AspNetCore.Answers;
using FsCheck;
using FsCheck.Fluent;

namespace DownPage.AspNetCore.Tests.Answers;

[TestClass]
public sealed class LanguageChoiceTests
{
    private static readonly string?[] Cultures = ["en", "de", "de-CH", "zh", "zh-Hant", "pt-BR", "fr-CA"];

    [TestMethod]
    [DataRow(null, "en", DisplayName = "no header")]
    [DataRow("", "en")]
    [DataRow("*", "en")]
    [DataRow("de", "de")]
    [DataRow("DE-ch", "de-CH", DisplayName = "upper and lower case")]
    [DataRow("de-AT", "de")]
    [DataRow("zh-TW", "zh")]
    [DataRow("zh-Hant-TW", "zh-Hant")]
    [DataRow("zh-Hant-x-private", "zh-Hant", DisplayName = "a single character goes with what follows it")]
    [DataRow("pt", "pt-BR", DisplayName = "a more special one")]
    [DataRow("fr-FR", "fr-CA", DisplayName = "a sister")]
    [DataRow("fr-FR, de;q=0.1", "de", DisplayName = "a sister comes last")]
    [DataRow("nl, de;q=0.5, zh;q=0.9", "zh")]
    [DataRow("de;q=0.5, zh;q=0.5", "de", DisplayName = "equal: the first")]
    [DataRow("nl", "en", DisplayName = "none that there is")]
    [DataRow("en;q=0", "de", DisplayName = "not the one for all")]
    [DataRow("en;q=0, *", "de")]
    [DataRow("de;q=0, de-CH", "de-CH", DisplayName = "the longer range counts")]
    [DataRow("*, fr-CA;q=0.5", "en")]
    [DataRow("deutsch", "en", DisplayName = "not a prefix by letters")]
    [DataRow("x", "en")]
    [DataRow("-, --, de-, -de", "de", DisplayName = "garbage")]
    public void Of_Header_IsTheLanguage(string? header, string expected)
        => Assert.AreEqual(expected, Cultures[LanguageChoice.Of(header, Cultures, 0)]);

    [TestMethod]
    public void Of_UnknownLanguage_IsForThoseWhoPreferNone()
    {
        string?[] cultures = [null, "de"];

        Assert.AreEqual(1, LanguageChoice.Of("de", cultures, 0));
        Assert.AreEqual(0, LanguageChoice.Of("en", cultures, 0));
    }

    [TestMethod]
    public void Of_AnyHeader_IsWhatThePlainModelSays()
        => Check.One(
            HeaderCases.Many,
            Prop.ForAll(
                HeaderCases.Of("de", "de-CH", "de-AT", "DE", "en", "en-US", "zh", "zh-TW", "zh-Hant-TW", "pt", "pt-PT",
                    "fr", "fr-FR", "*", "nl", "x-y", "zh-Hant-x-a"),
                header => Model(header) == LanguageChoice.Of(header, Cultures, 0)));

    [TestMethod]
    public void Of_AnyText_IsAnIndex()
        => Check.One(
            HeaderCases.Many,
            Prop.ForAll(ArbMap.Default.ArbFor<string?>(),
                text => LanguageChoice.Of(text, Cultures, 0) is >= 0 and < 7));

    [TestMethod]
    public void Of_HostileHeader_EndsSoonAndAllocatesNothing()
    {
        var header = string.Join(',', Enumerable.Repeat("a-b-c-d-e-f-g-h-i;q=0", 3_000));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var index = LanguageChoice.Of(header, Cultures, 0);

        Assert.AreEqual(0, index);
        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static int Model(string header)
    {
        var ranges = HeaderCases.Read(header);
        var allowed = Cultures
            .Where(culture => ranges
                .Where(range => Covers(range.Value,
                    culture)).DefaultIfEmpty(default).MaxBy(range
                        => range.Value?.Length) is not { Value: not null, Weight: 0 })
            .ToList();
        var wanted = ranges.Where(range => range.Weight > 0).ToList();
        var found = wanted.Select(range => (range.Weight, Culture: Close(range.Value, allowed)))
            .Where(match => match.Culture is not null).DefaultIfEmpty(default).MaxBy(match => match.Weight).Culture
            ?? wanted
                .Select(range => (range.Weight,
                    Culture: allowed.Find(culture => Covers(range.Value.Split('-')[0], culture))))
                        .Where(match => match.Culture is not null).DefaultIfEmpty(default).MaxBy(match => match.Weight).Culture
            ?? allowed.FirstOrDefault();
        return Math.Max(0, Array.IndexOf(Cultures, found));
    }

    private static string? Close(string range, List<string?> allowed)
    {
        if (range == "*")
        {
            return allowed.FirstOrDefault();
        }

        var tags = range.Split('-').ToList();
        while (tags.Count > 0)
        {
            if (allowed.Find(culture => string.Equals(culture, string.Join('-', tags),
                StringComparison.OrdinalIgnoreCase)) is { } same)
            {
                return same;
            }

            tags.RemoveAt(tags.Count - 1);
            if (tags is [_, .., { Length: 1 }])
            {
                tags.RemoveAt(tags.Count - 1);
            }
        }

        return allowed.Find(culture => Covers(range, culture));
    }

    private static bool Covers(string range, string? culture)
        => $"{culture}-".StartsWith(range + "-", StringComparison.OrdinalIgnoreCase);
}
