using DownPage.StandAlone.Markup;

namespace DownPage.StandAlone.Tests.Markup;

[TestClass]
public sealed class HtmlWriterTests
{
    private const string Start = "<!doctype html><html><head></head><body>";

    [TestMethod]
    [DataRow("<p>a  b\t\tc</p>", "<p>a b c</p>", DisplayName = "a run is a space")]
    [DataRow("<p>a \n  b</p>", "<p>a\nb</p>", DisplayName = "a run with a break is a break")]
    [DataRow("<p>a\u00A0 \u00A0b</p>", "<p>a\u00A0 \u00A0b</p>", DisplayName = "no-break spaces are seen")]
    [DataRow("<p>a <!-- x --> b</p>", "<p>a b</p>", DisplayName = "a run goes through a comment")]
    [DataRow("<p>a<!--! licence -->b</p>", "<p>a<!--! licence -->b</p>", DisplayName = "a licence stays")]
    [DataRow("<p>a<!--# echo var=x -->b</p>", "<p>a<!--# echo var=x -->b</p>", DisplayName = "a server's command stays")]
    [DataRow("<pre>a  <!-- x -->b</pre>", "<pre>a  b</pre>", DisplayName = "pre keeps its spaces")]
    [DataRow("<pre><b>a  b</b></pre>", "<pre><b>a  b</b></pre>", DisplayName = "what is in pre keeps its spaces")]
    [DataRow("<script>a  <!-- b\n\n</script>", "<script>a  <!-- b\n\n</script>", DisplayName = "scripts are verbatim")]
    [DataRow("<template><!-- x -->  a</template>", "<template><!-- x -->  a</template>",
        DisplayName = "templates are verbatim")]
    [DataRow("<input disabled=''>", "<input disabled>", DisplayName = "an empty value needs no sign")]
    [DataRow("<input disabled='disabled'>", "<input disabled=disabled>", DisplayName = "a selector may see the value")]
    [DataRow("<a title='a b' href='/x?a=b'>x</a>", "<a title=\"a b\" href=\"/x?a=b\">x</a>",
        DisplayName = "quotes where needed")]
    [DataRow("<a title='\"'>x</a>", "<a title='\"'>x</a>", DisplayName = "the quote that needs no escape")]
    [DataRow("<a href='?a=1&b=2'>x</a>", "<a href=\"?a=1&amp;b=2\">x</a>",
        DisplayName = "what may be a reference is escaped")]
    [DataRow("<p>a & b</p>", "<p>a & b</p>", DisplayName = "what is none is not")]
    [DataRow("<div><b><plaintext>a  <i>", "<div><b><plaintext>a  <i>", DisplayName = "nothing can follow plain text")]
    [DataRow("<svg><style>a  {}</style></svg>", "<svg><style>a  {}</style></svg>", DisplayName = "styles of drawings")]
    [DataRow("<svg><path d='M0 0'/><g></g></svg>", "<svg><path d=\"M0 0\"/><g /></svg>",
        DisplayName = "empty foreign elements")]
    public void Body_Minified_IsShortAndLooksTheSame(string body, string expected)
    {
        var written = HtmlWriter.Write(Html.Parse(Start + body), minify: true);

        Assert.AreEqual(Start + expected, written);
    }

    [TestMethod]
    public void Head_Minified_KeepsItsTagsAndHasNoSpaceBetweenElements()
    {
        var document = Html.Parse(
            "<!DOCTYPE html>\n<html>\n<head>\n <title>x</title>\n\n <meta name=a>\n</head>\n<body>y</body></html>\n");

        var written = HtmlWriter.Write(document, minify: true);

        Assert.AreEqual("<!doctype html><html><head><title>x</title><meta name=a></head><body>y\n", written);
    }

    [TestMethod]
    public void Element_WhoseStyleKeepsWhiteSpace_KeepsItWithAllWithin()
    {
        var document = Html.Parse(Start + "<p class=log>a  <b>b  c</b></p><p>d  e</p>");

        var written = HtmlWriter.Write(document, minify: true, element => element.ClassList.Contains("log"));

        Assert.AreEqual(Start + "<p class=log>a  <b>b  c</b></p><p>d e</p>", written);
    }

    [TestMethod]
    public void Document_NotMinified_IsAsItWas()
    {
        const string Markup = "<!DOCTYPE html><html lang=\"en\"><head>\n  <title>A &amp; B</title>\n</head>\n<body>\n"
            + "  <!-- x --><p title=\"&quot;\">a  b&nbsp;&lt;c&gt;</p><input disabled=\"\">\n\n</body></html>";

        Assert.AreEqual(Markup, HtmlWriter.Write(Html.Parse(Markup), minify: false));
    }
}
