using System.Text;
using DownPage.AspNetCore.Answers;
using FsCheck;
using FsCheck.Fluent;

namespace DownPage.AspNetCore.Tests.Answers;

[TestClass]
public sealed class HtmlComposerTests
{
    private const string Own = """<p data-downpage="message" role="status">M</p>""";

    private static readonly AnswerFacts Facts = new()
    {
        StatusCode = 503,
        Message = "M",
        Reason = "R",
        Until = new DateTimeOffset(2026, 11, 21, 7, 30, 0, TimeSpan.FromHours(1)),
        Since = new DateTimeOffset(2026, 11, 21, 3, 0, 0, TimeSpan.Zero),
    };

    [TestMethod]
    [DataRow("""<p data-downpage="message">old</p>""", """<p data-downpage="message">M</p>""")]
    [DataRow("""<p hidden data-downpage="message"></p>""", """<p data-downpage="message">M</p>""")]
    [DataRow("""<p data-downpage=message hidden="" class=a>old <b>bold</b></p>x""", """<p data-downpage=message class=a>M</p>x""")]
    [DataRow("""<P DATA-DOWNPAGE=' Message ' HIDDEN>old</P>""", """<P DATA-DOWNPAGE=' Message '>M</P>""")]
    [DataRow("""<div data-downpage="message"><div>a</div><div>b</div></div>c""", """<div data-downpage="message">M</div>c""", DisplayName = "elements of the same name within")]
    [DataRow("""<p data-downpage="message">old<p>next</p>""", """<p data-downpage="message">M<p>next</p>""", DisplayName = "a paragraph without an end")]
    [DataRow("""<i data-downpage="message">a</i><i data-downpage="message">b</i>""", """<i data-downpage="message">M</i><i data-downpage="message">M</i>""", DisplayName = "two places")]
    [DataRow("""<i data-downpage="message" data-downpage="reason">a</i>""", """<i data-downpage="message" data-downpage="reason">M</i>""", DisplayName = "the first of two attributes")]
    [DataRow("""<div title="</div>" data-downpage="message">a<!-- </div> --><script>"</div>"</script></div>""", """<div title="</div>" data-downpage="message">M</div>""", DisplayName = "ends that are none")]
    public void Compose_MessageSlot_IsFilled(string page, string expected)
        => Assert.AreEqual(expected, Compose(page, Message()));

    [TestMethod]
    [DataRow("<main>a</main></body>", "<main>a" + Own + "</main></body>")]
    [DataRow("<body>a</body></html>", "<body>a" + Own + "</body></html>")]
    [DataRow("a", "a" + Own)]
    [DataRow("", Own, DisplayName = "an empty page")]
    [DataRow("<!-- </main> -->a</body>", "<!-- </main> -->a" + Own + "</body>", DisplayName = "an end in a comment")]
    [DataRow("<script>'</main>'</script>a</body>", "<script>'</main>'</script>a" + Own + "</body>",
        DisplayName = "an end in a script")]
    [DataRow("<style>/*</body>*/</style >a</body >", "<style>/*</body>*/</style >a" + Own + "</body >")]
    [DataRow("<textarea></main></textarea>a</body>", "<textarea></main></textarea>a" + Own + "</body>")]
    [DataRow("<a title='</main>'>a</a></body>", "<a title='</main>'>a</a>" + Own + "</body>",
        DisplayName = "an end in an attribute")]
    [DataRow("""<meta data-downpage="message"></body>""", """<meta data-downpage="message">""" + Own + "</body>", DisplayName = "an element without content")]
    [DataRow("""<!-- <p data-downpage="message"></p> --></body>""", """<!-- <p data-downpage="message"></p> -->""" + Own + "</body>")]
    [DataRow("""<title data-downpage="message">a</title></body>""", """<title data-downpage="message">M</title>""" + Own + "</body>", DisplayName = "a title is not seen in the page")]
    [DataRow("""<div data-downpage="message">never closed</body>""", """<div data-downpage="message">never closed""" + Own + "</body>")]
    [DataRow("<main>a</main><main>b</main>", "<main>a" + Own + "</main><main>b</main>")]
    [DataRow("<svg><style/><path/></svg></body>", "<svg><style/><path/></svg>" + Own + "</body>",
        DisplayName = "a style in SVG may end itself")]
    [DataRow("<style/></body></style>a", "<style/></body></style>a" + Own,
        DisplayName = "a style in HTML does not end itself")]
    [DataRow("<p title=\"never closed></body>", "<p title=\"never closed></body>" + Own)]
    [DataRow("a < b </ body></body>", "a < b </ body>" + Own + "</body>", DisplayName = "not tags")]
    [DataRow("<!-->a</body>", "<!-->a" + Own + "</body>", DisplayName = "a comment that ends at once")]
    [DataRow("<!--a--!></body>", "<!--a--!>" + Own + "</body>")]
    public void Compose_NoMessageSlot_AddsOne(string page, string expected)
        => Assert.AreEqual(expected, Compose(page, Message()));

    [TestMethod]
    [DataRow("""<time data-downpage="until">a</time>""", """<time datetime="2026-11-21T06:30:00Z" data-downpage="until">2026-11-21 06:30 UTC</time>""")]
    [DataRow("""<time datetime="x" hidden data-downpage="until">a</time>""", """<time datetime="2026-11-21T06:30:00Z" data-downpage="until">2026-11-21 06:30 UTC</time>""")]
    [DataRow("""<b data-downpage="since" datetime="x">a</b>""", """<b data-downpage="since" datetime="x">2026-11-21 03:00 UTC</b>""", DisplayName = "no time element")]
    [DataRow("""<b data-downpage="reason">a</b>""", """<b data-downpage="reason">R</b>""")]
    [DataRow("""<b data-downpage="other">a</b>""", null, DisplayName = "not ours")]
    [DataRow("""<b data-downpage="retry-after">9</b>""", null, DisplayName = "the end is known")]
    [DataRow("""<script data-downpage="reason">a</script>""", null, DisplayName = "never into a script")]
    public void Compose_OtherSlots_AreFilled(string page, string? expected)
        => Assert.AreEqual(expected, Compose(page, Facts with { Message = null }));

    [TestMethod]
    [DataRow(600, "10")]
    [DataRow(61, "2")]
    public void Compose_RetryAfter_IsMinutes(int seconds, string expected)
        => Assert.AreEqual(
            $"""<b data-downpage="retry-after">{expected}</b>""",
            Compose("""<b data-downpage="retry-after" hidden>9</b>""", new AnswerFacts { StatusCode = 503, Delay = TimeSpan.FromSeconds(seconds) }));

    [TestMethod]
    public void Compose_NothingToSay_LeavesThePage()
        => Assert.IsNull(Compose("""<p data-downpage="message">old</p><time hidden data-downpage="until"></time>""", new AnswerFacts { StatusCode = 503 }));

    [TestMethod]
    public void Compose_Message_IsEncoded()
    {
        var facts = new AnswerFacts { StatusCode = 503 }.With("<script>alert('1')</script> & \"zurück\"\r\nÄ 🛠\0\u0007");

        var page = Compose("""<title data-downpage="message"></title><p data-downpage="message"></p>""", facts);

        const string Script = "&lt;script&gt;alert(&#x27;1&#x27;)&lt;/script&gt; &amp; &quot;zur&#xFC;ck&quot;";
        Assert.AreEqual(
            $"""<title data-downpage="message">{Script} &#xC4; &#x1F6E0;</title><p data-downpage="message">{Script}<br>&#xC4; &#x1F6E0;</p>""", page);
    }

    [TestMethod]
    public void Compose_AnyPage_KeepsItsBytesAndSaysTheMessageOnce()
    {
        string[] pieces =
        [
            "<main>", "</main>", "<body>", "</body>", "<!--", "-->", "<!", ">", "<p>", "</p>", "<script>", "</script>",
                "<style>", "</style>", "<svg>", "</svg>", "<path/>",
            "<a title='", "'", "\"", "=", "<", "/", "</", " ", "x", "ü", "<textarea>", "</textarea>", "<title>",
                "</title>", "<br/>", "<?", "hidden", "<div hidden ",
        ];
        var pages = Gen.Elements(pieces).ListOf().Select(all => string.Concat(all)).ToArbitrary();

        Check.One(
            HeaderCases.Many,
            Prop.ForAll(pages, page => Compose(page, Message()) is { } composed
                && composed.Replace(Own, "", StringComparison.Ordinal) == page && composed.Split(Own).Length == 2));
    }

    [TestMethod]
    public void Compose_AnyBytes_DoesNotThrow()
        => Check.One(
            HeaderCases.Many,
            Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(),
                page => HtmlComposer.Compose([.. "<p data-downpage="u8, .. page], new PageSlots(Facts)) is not null));

    private static AnswerFacts Message() => new() { StatusCode = 503, Message = "M" };

    private static string? Compose(string page, AnswerFacts facts)
        => HtmlComposer.Compose(Encoding.UTF8.GetBytes(page), new PageSlots(facts)) is { } composed
            ? Encoding.UTF8.GetString(composed) : null;
}
