namespace DownPage.StandAlone.Tests.Css;

/// <summary>Sheets whose types are those of a namespace.</summary>
[TestClass]
public sealed class NamespaceTests
{
    private const string Svg = "@namespace \"http://www.w3.org/2000/svg\";";

    [TestMethod]
    [DataRow(Svg + " a:not(p) { x: y }", DisplayName = "the p of the page is none of SVG")]
    [DataRow(Svg + " *|p:not(p) { x: y }")]
    [DataRow(Svg + " :not(*) { x: y }")]
    [DataRow("@namespace s \"http://www.w3.org/2000/svg\"; p:not(s|p) { x: y }")]
    public void Rule_TypeIsOfANamespace_StaysIfThePageHasItsNames(string css)
        => Assert.AreEqual(css, new StyledPage("<p>x</p><svg><a/></svg>").WriteOne(css));

    [TestMethod]
    public void Rule_TypeIsNowhere_Goes()
        => Assert.AreEqual(Svg, new StyledPage("<p>x</p>").WriteOne(Svg + " a:not(p) { x: y }"));
}
