using AngleSharp.Dom;
using DownPage.AspNetCore.Endpoints.Page;
using DownPage.History;
using DownPage.Schedule;
using DownPage.Status;

namespace DownPage.AspNetCore.Tests.Endpoints.Page;

[TestClass]
public sealed class PageEncodingTests
{
    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' autofocus onfocus='alert(1)",
        "</textarea><script>alert(1)</script>",
        "</title><style>*{display:none}</style>",
        "<!-- ",
        "]]>&lt;b&gt;&#60;i&#62;",
        "anna\u202Egnp.exe\u2066",
        "\u0000\u0007\u001b[31m\u0085\u2028x\u200b\u00ad\ufeff",
        "\ud800 half a pair",
        "\nline",
    ];

    public static IEnumerable<object[]> Texts => Hostile.Select((text, index) => new object[] { index, text.Length });

    [TestMethod]
    [DynamicData(nameof(Texts))]
    public void Page_OfHostileTexts_HasTheElementsOfAHarmlessOne(int index, int length)
    {
        var hostile = Everywhere(Hostile[index]);
        Assert.HasCount(length, Hostile[index]);

        Assert.AreEqual(Outline(SamplePage.Parse(Everywhere("harmless"))), Outline(SamplePage.Parse(hostile)));
    }

    [TestMethod]
    [DynamicData(nameof(Texts))]
    public void Page_OfHostileTexts_ShowsNothingThatHidesOrTurnsTexts(int index, int length)
    {
        var page = SamplePage.Parse(Everywhere(Hostile[index]));
        Assert.HasCount(length, Hostile[index]);

        // The fields have what was typed, which is theirs to show.
        foreach (var field in page.QuerySelectorAll("textarea"))
        {
            field.TextContent = "";
        }

        Assert.IsEmpty(page.DocumentElement.TextContent.Where(letter
            => letter is '\u202e' or '\u2066' or '\u2028' or '\u200b' or '\u00ad' or '\ufeff' or '\u0085'
                or (< ' ' and not '\n')));
    }

    [TestMethod]
    [DataRow("anna\u202Egnp", "anna⟨U+202E⟩gnp")]
    [DataRow("a\u0000\u200bb", "a⟨U+0000⟩⟨U+200B⟩b")]
    [DataRow("Änne 🏳️‍🌈 می‌خواهم\n", "Änne 🏳️‍🌈 می‌خواهم\n", DisplayName = "what belongs to words and pictures stays")]
    [DataRow(null, "")]
    public void Visible_OfText_ShowsWhatIsHiddenByItsNumber(string? text, string expected)
    {
        var visible = PageText.Visible(text);

        Assert.AreEqual(expected, visible);
    }

    [TestMethod]
    public void Fields_OfHostileTexts_HaveThemAsTheyAre()
    {
        const string Text = "</textarea>\"'<&amp;\u202e";
        var page = SamplePage.Parse(SamplePage.Model(SamplePage.Down with { Message = Text, Reason = Text }));

        Assert.AreEqual(Text, page.QuerySelector("#order-message")?.TextContent);
        Assert.AreEqual(Text, page.QuerySelector("#order-reason")?.GetAttribute("value"));
    }

    [TestMethod]
    public void Fields_OfATextThatBeginsWithALine_KeepIt()
    {
        var page = SamplePage.Parse(SamplePage.Model(SamplePage.Down with { Message = "\n\nbelow" }));

        Assert.AreEqual("\n\nbelow", page.QuerySelector("#order-message")?.TextContent);
    }

    [TestMethod]
    public void Title_OfAHostileName_IsText()
    {
        var page = SamplePage.Parse(SamplePage.Model(SamplePage.Up) with { App = "</title><script>" });

        Assert.AreEqual("Up - </title><script>", page.Title);
    }

    private static PageModel Everywhere(string text)
    {
        var window = new WindowDefinition { Name = text, Start = "2026-11-21T14:00", Message = text };
        var entry = new HistoryEntry
        {
            At = SamplePage.Noon,
            Action = "down",
            Source = "page",
            Actor = text,
            Reason = text,
            Message = text,
        };
        return SamplePage.Model(SamplePage.Down with
        {
            Message = text,
            Reason = text,
            Actor = text,
            Scopes = [text],
            AllowNetworks = [text],
            Problem = text,
            Windows = [WindowStatus.Of(window, isConfigured: false, SamplePage.Noon)],
            Nodes = [new NodeStatus(text, text, Down: true, SamplePage.Noon, text)],
        }) with
        {
            App = text,
            User = text,
            History =
            [
                entry,
                entry with { Action = text, Source = text },
                entry with { Action = "schedule-add", Window = text },
            ],
            Form = new PageForm(new Dictionary<string, string[]>
            {
                ["action"] = ["update"],
                ["message"] = [text],
                ["scopes"] = [text],
                ["redirectTo"] = [text],
                ["for"] = [text],
            }),
            Refusal = new PageRefusal(412, text, ["redirectTo: " + text, text]),
        };
    }

    /// <summary>Every element with the names of its attributes.</summary>
    private static string Outline(IDocument page) => string.Join(
        '\n',
        page.All.Select(element =>
            element.LocalName + " " + string.Join(' ', element.Attributes.Select(attribute => attribute.Name))));
}
