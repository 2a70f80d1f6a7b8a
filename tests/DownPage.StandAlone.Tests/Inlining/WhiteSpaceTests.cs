namespace DownPage.StandAlone.Tests.Inlining;

/// <summary>White space that a style shows is not taken from a page.</summary>
[TestClass]
public sealed class WhiteSpaceTests
{
    [TestMethod]
    [DataRow(".w { white-space: pre-wrap }", "<p class=w>a  b</p>")]
    [DataRow(".w { white-space: var(--w) }", "<p class=w>a  b</p>")]
    [DataRow("@media print { .w { white-space-collapse: preserve } }", "<p class=w>a  b</p>")]
    [DataRow("div { .w { white-space: pre } }", "<div><p class=w>a  b</p></div>")]
    [DataRow("article { white-space: break-spaces }", "<article><p><b>a  b</b></p></article>")]
    [DataRow(".w:hover { white-space: pre }", "<p class=w>a  b</p>")]
    [DataRow(".w { white-space: nowrap preserve }", "<p class=w>a  b</p>")]
    [DataRow(".w { @media print { white-space: pre } }", "<p class=w>a  b</p>")]
    [DataRow("@scope (.w) { white-space: pre }", "<p class=w>a  b</p>")]
    [DataRow(".w { animation: k 1s } @keyframes k { to { white-space: pre } }", "<p class=w>a  b</p>")]
    [DataRow("", "<div><template shadowrootmode=open><pre><slot></slot></pre></template><p>a  b</p></div>")]
    [DataRow("", "<p style=\"white-space: pre\">a  b</p>")]
    [DataRow("", "<pre>a  b</pre>")]
    public void Finish_WhiteSpaceThatIsShown_Stays(string css, string body)
        => Assert.Contains("a  b", Minified(css, body));

    [TestMethod]
    [DataRow(".w { white-space: nowrap }", "<p class=w>a  b</p>")]
    [DataRow(".w { white-space: normal !important }", "<p class=w>a  b</p>")]
    [DataRow(".other { white-space: pre }", "<p class=w>a  b</p>")]
    [DataRow(".w { white-space: nowrap collapse }", "<p class=w>a  b</p>")]
    [DataRow(".other { @media print { white-space: pre } }", "<p class=w>a  b</p>")]
    [DataRow("p { color: red }", "<p>a \n\t b</p>")]
    public void Finish_WhiteSpaceThatIsNotShown_IsOne(string css, string body)
        => Assert.DoesNotContain("a  b", Minified(css, body).Replace('\n', ' '));

    [TestMethod]
    public void Finish_NameInTheWrongCaseMatches_WhiteSpaceStays()
    {
        using var page = new SitePage();
        page.Options.Minify = true;

        page.FinishHtml("<title>x</title><style>.W { white-space: pre }</style><p class=w>a  b</p>");

        Assert.Contains("a  b", page.Html);
    }

    private static string Minified(string css, string body)
    {
        using var page = new SitePage();
        page.Options.Minify = true;
        return page.Finish($"<style>{css}</style>", body).Html;
    }
}
