namespace DownPage.StandAlone.Tests.Css;

[TestClass]
public sealed class SelectorTests
{
    private const string Body = """
        <main id="Top" class="page wide sm:p-4"><h1>Down</h1><p class="lead">Text <a href="/">Home</a></p><p></p></main>
        <form><input type="text" name="q" required><input type="checkbox" id="c"><label for="c">C</label></form>
        <details><summary>More</summary></details>
        <ul><li class="q">1</li><li>2</li><li class="q">3</li></ul>
        <svg viewBox="0 0 1 1"><linearGradient id="g"/><use xlink:href="#g"/></svg>
        <p lang="de-AT">Grüße</p>
        """;

    [TestMethod]
    [DataRow("*")]
    [DataRow("h1")]
    [DataRow("H1")]
    [DataRow("#Top")]
    [DataRow(".page.wide > h1")]
    [DataRow(".sm\\:p-4")]
    [DataRow(".\\70 age")]
    [DataRow("main p > a")]
    [DataRow("a:hover")]
    [DataRow("a:not(:hover)")]
    [DataRow("a:visited::before")]
    [DataRow("::selection")]
    [DataRow("::-webkit-scrollbar")]
    [DataRow(":host(.x)")]
    [DataRow("input:checked + label")]
    [DataRow("input:not(:checked) + label")]
    [DataRow("form:has(:checked) label")]
    [DataRow("input:disabled")]
    [DataRow("input:is(:focus, .nope)")]
    [DataRow("details[open] summary")]
    [DataRow("details:not([open])")]
    [DataRow("[type=TEXT]")]
    [DataRow("[type='text' i]")]
    [DataRow("[TYPE=text]")]
    [DataRow("[class~=wide]")]
    [DataRow("[lang|=de]")]
    [DataRow("[href^='/']")]
    [DataRow("svg linearGradient")]
    [DataRow("[viewBox]")]
    [DataRow("[viewbox]")]
    [DataRow("ul ~ [VIEWBOX='0 0 1 1']")]
    [DataRow("svg:not([viewbox])")]
    [DataRow("input:not([NAME=p])")]
    [DataRow("[*|href]")]
    [DataRow("*|a")]
    [DataRow("svg|use")]
    [DataRow(":root")]
    [DataRow("p:empty")]
    [DataRow("h1:first-child")]
    [DataRow("li:nth-child(2 of .q)")]
    [DataRow("html:nth-last-child(1 of :not(.q))")]
    [DataRow("html:not(:not(:first-child))")]
    [DataRow("html:not(:nth-child(2 of .q))")]
    [DataRow("li:nth-child(2n + 1)")]
    [DataRow("li:nth-last-of-type(1)")]
    [DataRow("p:lang(de)")]
    [DataRow("p:lang(\"fr\", de)")]
    [DataRow("p:lang(\"*-AT\")")]
    [DataRow(":is(.nope, .page) p")]
    [DataRow("main:has(> h1)")]
    [DataRow("main:has(> h1, .nope)")]
    [DataRow("main:has(> .nope, p a)")]
    [DataRow("*:has(> body, .nope)")]
    [DataRow("p:not(:has(> .nope, b))")]
    [DataRow("p:not(.nope, :empty)")]
    [DataRow("li:not(.q) ~ li")]
    [DataRow("li:not(:not(.q))")]
    [DataRow("li:not(:not(:not(.q)))")]
    [DataRow("h1 + p")]
    [DataRow("a:unheard-of")]
    [DataRow("a:unheard-of(.nope)")]
    [DataRow("a || b")]
    [DataRow(".page/*c*/>/*c*/h1")]
    [DataRow("& h1")]
    public void Selector_CanMatch_IsKept(string selector)
    {
        var page = new StyledPage(Body);

        var css = page.WriteOne(selector + " { color: red }");

        Assert.AreEqual(selector + " { color: red }", css);
    }

    [TestMethod]
    [DataRow("table")]
    [DataRow("#top")]
    [DataRow(".Page")]
    [DataRow(".nope:hover")]
    [DataRow(".nope::before")]
    [DataRow("h1 > a")]
    [DataRow("p:first-child")]
    [DataRow("h1:empty")]
    [DataRow("main:not(.page)")]
    [DataRow("main:not(p, .wide)")]
    [DataRow("main:not(:not(p))")]
    [DataRow("[type=number]")]
    [DataRow("[href^='']")]
    [DataRow("[type=TEXT s]")]
    [DataRow("li:nth-child(3 of .q)")]
    [DataRow("li:nth-child(4)")]
    [DataRow("p:lang(fr)")]
    [DataRow(":is(.nope, .other) p")]
    [DataRow(":is()")]
    [DataRow("main:has(> a)")]
    [DataRow("a:has(> .nope, p)")]
    [DataRow("main:has(.nope:hover)")]
    [DataRow("main:where(.nope:hover)")]
    [DataRow("h1 + h1")]
    [DataRow("ul > li + li + li + li")]
    [DataRow("svg|table")]
    [DataRow(".nope:unheard-of")]
    public void Selector_CanNeverMatch_Goes(string selector)
    {
        var page = new StyledPage(Body);

        var css = page.WriteOne(selector + " { color: red }");

        Assert.AreEqual("", css);
    }
}
