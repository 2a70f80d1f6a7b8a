using System.Text;
using DownPage.StandAlone.Formats;
using DownPage.StandAlone.Tests.Markup;

namespace DownPage.StandAlone.Tests.Formats;

[TestClass]
public sealed class PlainTextTests
{
    [TestMethod]
    [DataRow("<main><h1>Back soon</h1><p>We are  at\n work.</p></main>", "Back soon\n\nWe are at work.\n",
        DisplayName = "main")]
    [DataRow("<div role=MAIN><h1>Back soon</h1></div><p>x</p>", "Back soon\n", DisplayName = "role=main")]
    [DataRow(
        "<header>Shop</header><nav>Home</nav><h1>Back soon</h1><p>At work.</p><footer>© Shop</footer>",
        "Back soon\n\nAt work.\n",
        DisplayName = "a page without a main element")]
    [DataRow("<main><p>Error 502</p><h1>Back soon</h1><p>x</p></main>", "Back soon\n\nError 502\nx\n",
        DisplayName = "heading first")]
    [DataRow("<main><header><h1>Back</h1></header><p>x</p></main>", "Back\n\nx\n",
        DisplayName = "a header within the content")]
    [DataRow("<main><p>No heading</p></main>", "A title\n\nNo heading\n",
        DisplayName = "the title, where there is no heading")]
    [DataRow("<main><h1>Back <b>soon</b></h1><h1>Two</h1></main>", "Back soon\n\nTwo\n", DisplayName = "two headings")]
    [DataRow("<main><h1>B</h1><ul><li>one<li><p>two</p><p>x</p><li></ul><p>y</main>", "B\n\n- one\n- two\nx\ny\n",
        DisplayName = "lists")]
    [DataRow("<main><h1>B</h1>a<br>b<div>c</div>d</main>", "B\n\na\nb\nc\nd\n", DisplayName = "line breaks")]
    [DataRow("<main><h1>B</h1><table><tr><th>Mon<td>9-5<tr><th>Tue<td>-</table></main>", "B\n\nMon | 9-5\nTue | -\n",
        DisplayName = "tables")]
    [DataRow("<main><h1>B</h1><p hidden>a</p><p aria-hidden=true>b</p><script>c</script><style>d</style><svg><text>e</text></svg>"
        + "<template>f</template><noscript>g</noscript><button>h</button><p>i</main>", "B\n\ni\n",
        DisplayName = "what is not text")]
    [DataRow("<main><h1><img src=x alt='The Shop'></h1><p>x", "The Shop\n\nx\n", DisplayName = "images by their text")]
    [DataRow("<main><h1>B</h1><p>漢字 <b>é</b>😀", "B\n\n漢字 é😀\n", DisplayName = "any script")]
    public void Page_AsText_IsHeadingAndContent(string body, string expected)
    {
        Assert.AreEqual(expected, Write(body));
    }

    [TestMethod]
    [DataRow("<a href='https://status.example/x?y'>Status</a>", "Status (https://status.example/x?y)")]
    [DataRow("<a href='https://status.example'>https://status.example</a>", "https://status.example")]
    [DataRow("<a href='mailto:help@shop.example?subject=x'>Write to us</a>", "Write to us (help@shop.example)")]
    [DataRow("<a href='mailto:help@shop.example'>Help@Shop.example</a>", "Help@Shop.example")]
    [DataRow("<a href='tel:+1-555-0100'>Call us</a>", "Call us (+1-555-0100)")]
    [DataRow("<a href='/'>Home</a>", "Home")]
    [DataRow("<a href='https://shop.example/'>Home</a>", "Home")]
    [DataRow("<a href='javascript:history.back()'>Back</a>", "Back")]
    [DataRow("<a>none</a>", "none")]
    public void Link_AsText_SaysWhereItLeadsIfThatCanBeUsed(string link, string expected)
    {
        Assert.AreEqual($"B\n\n{expected}\n", Write($"<main><h1>B</h1><p>{link}</main>"));
    }

    [TestMethod]
    public void Page_WithoutAnyText_IsAnEmptyLine()
    {
        var text = PageText.Of(Html.Parse(""), "https://shop.example");

        Assert.AreEqual("\n", Encoding.UTF8.GetString(PlainText.Write(text)));
    }

    private static string Write(string body)
    {
        var document = Html.Parse($"<!doctype html><title> A\n title </title><body>{body}");
        return Encoding.UTF8.GetString(PlainText.Write(PageText.Of(document, "https://shop.example")));
    }
}
