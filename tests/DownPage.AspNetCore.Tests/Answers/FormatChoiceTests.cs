using DownPage.AspNetCore.Answers;
using FsCheck;
using FsCheck.Fluent;

namespace DownPage.AspNetCore.Tests.Answers;

[TestClass]
public sealed class FormatChoiceTests
{
    [TestMethod]
    [DataRow(null, "Html", DisplayName = "no header")]
    [DataRow("", "Html", DisplayName = "an empty header")]
    [DataRow("*/*", "Html")]
    [DataRow("*", "Html", DisplayName = "old Java clients")]
    [DataRow("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", "Html",
        DisplayName = "a browser")]
    [DataRow("application/xhtml+xml", "Html")]
    [DataRow("TEXT/HTML", "Html")]
    [DataRow("application/json", "Json")]
    [DataRow("application/problem+json", "Json")]
    [DataRow("application/vnd.api+json", "Json")]
    [DataRow("text/json", "Json")]
    [DataRow("application/*", "Json")]
    [DataRow("application/json, text/plain, */*", "Json", DisplayName = "axios")]
    [DataRow("application/json, text/javascript, */*; q=0.01", "Json", DisplayName = "jQuery")]
    [DataRow("text/html;q=0.4, application/json;q=0.6", "Json")]
    [DataRow("text/html;q=0.6, application/json;q=0.4", "Html")]
    [DataRow("text/html, application/json", "Html", DisplayName = "equal: ours decides")]
    [DataRow("text/plain", "Text")]
    [DataRow("text/plain, */*;q=0.1", "Text")]
    [DataRow("text/*", "Html")]
    [DataRow("text/*, text/html;q=0", "Text", DisplayName = "the exacter range excludes")]
    [DataRow("text/html;q=0, */*", "Json")]
    [DataRow("image/png", "Text", DisplayName = "nothing that there is")]
    [DataRow("text/event-stream", "Text")]
    [DataRow("*/*;q=0", "Text", DisplayName = "nothing at all")]
    [DataRow(";;;,,,q=1,=,\"", "Text", DisplayName = "types that are none")]
    [DataRow("text/html;q=nonsense", "Html", DisplayName = "a weight that is none, as if it were not there")]
    [DataRow("text/html;q=2, application/json;q=0.1", "Json")]
    [DataRow("application/json;note=\"a, text/html;q=1, b\";q=0.2, text/plain;q=0.1", "Json", DisplayName = "quotes")]
    [DataRow("application/json;note=\"never closed, text/html", "Json")]
    public void Of_Accept_IsTheForm(string? accept, string expected)
        => Assert.AreEqual(expected, FormatChoice.Of(accept, jsonFirst: false).Format.ToString());

    [TestMethod]
    [DataRow(null, "Json")]
    [DataRow("*/*", "Json")]
    [DataRow("text/html, */*;q=0.1", "Html", DisplayName = "a program that wants a page")]
    [DataRow("text/html", "Html")]
    [DataRow("text/plain", "Text")]
    public void Of_AProgram_PrefersJson(string? accept, string expected)
        => Assert.AreEqual(expected, FormatChoice.Of(accept, jsonFirst: true).Format.ToString());

    [TestMethod]
    [DataRow("application/json", false)]
    [DataRow("application/json, */*;q=0.1", false)]
    [DataRow("application/json, */*", true)]
    [DataRow("application/problem+json", true)]
    [DataRow("application/problem+json;q=0, application/json", false)]
    [DataRow("application/*", true)]
    public void Of_Json_IsCalledWhatTheClientTakes(string accept, bool asProblem)
        => Assert.AreEqual(new FormatChoice(AnswerFormat.Json, asProblem), FormatChoice.Of(accept, jsonFirst: false));

    [TestMethod]
    public void Of_AnyHeader_IsWhatThePlainModelSays()
        => Check.One(
            HeaderCases.Many,
            Prop.ForAll(
                HeaderCases.Of("text/html", "application/xhtml+xml", "application/json", "application/problem+json",
                    "text/json", "a/b+json", "text/plain", "text/*", "application/*", "*/*", "*", "image/png",
                        "text/html2", "x"),
                ArbMap.Default.ArbFor<bool>(),
                (header, jsonFirst) => Model(header, jsonFirst) == FormatChoice.Of(header, jsonFirst).Format));

    [TestMethod]
    public void Of_AnyText_DoesNotThrow()
        => Check.One(HeaderCases.Many,
            Prop.ForAll(ArbMap.Default.ArbFor<string?>(),
                text => Enum.IsDefined(FormatChoice.Of(text, jsonFirst: false).Format)));

    [TestMethod]
    public void Of_LongHeader_ReadsABoundedPart()
    {
        var accept = string.Concat(Enumerable.Repeat("image/png,", 6_500)) + "text/html";

        var before = GC.GetAllocatedBytesForCurrentThread();
        var choice = FormatChoice.Of(accept, jsonFirst: false);

        Assert.AreEqual(AnswerFormat.Text, choice.Format);
        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static AnswerFormat Model(string header, bool jsonFirst)
    {
        var ranges = HeaderCases.Read(header);
        if (ranges.Count == 0)
        {
            return jsonFirst ? AnswerFormat.Json : AnswerFormat.Html;
        }

        var order = jsonFirst ? new[] { AnswerFormat.Json, AnswerFormat.Html, AnswerFormat.Text }
            : [AnswerFormat.Html, AnswerFormat.Json, AnswerFormat.Text];
        var best = new[]
            {
                (Format: AnswerFormat.Html, Offer: Offer(ranges, "text/html", "application/xhtml+xml")),
                (Format: AnswerFormat.Json, Offer: Offer(ranges, "application/problem+json", "a/b+json")),
                (Format: AnswerFormat.Json, Offer: Offer(ranges, "application/json", "text/json")),
                (Format: AnswerFormat.Text, Offer: Offer(ranges, "text/plain", "")),
            }
            .Where(form => form.Offer.Weight > 0)
            .OrderByDescending(form => form.Offer.Weight)
            .ThenByDescending(form => form.Offer.Exactness)
            .ThenBy(form => Array.IndexOf(order, form.Format))
            .Select(form => (AnswerFormat?)form.Format)
            .FirstOrDefault();
        return best ?? AnswerFormat.Text;
    }

    private static (int Weight, int Exactness) Offer(List<(string Value, int Weight)> ranges, string type, string alias)
    {
        var names = new[] { ["*/*", "*"], new[] { type.Split('/')[0] + "/*" }, [alias], [type] };
        for (var exactness = 3; exactness >= 0; exactness--)
        {
            var said = ranges.Where(range => names[exactness].Contains(range.Value)).ToList();
            if (said.Count > 0)
            {
                return (said.Max(range => range.Weight), exactness);
            }
        }

        return (0, 0);
    }
}
