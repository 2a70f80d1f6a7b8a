namespace DownPage.StandAlone.Tests.Css;

[TestClass]
public sealed class LayerTests
{
    [TestMethod]
    [DataRow("@layer a, b;@layer b { p { x: y } }@layer a { p { x: y } }", "@layer a, b;@layer b { p { x: y } }@layer a { p { x: y } }")]
    [DataRow("@layer a, b;@layer b { p { x: y } }", "@layer b { p { x: y } }")]
    [DataRow("@layer a { .no { x: y } }@layer b { p { x: y } }@layer a { p { x: y } }", "@layer a;@layer b { p { x: y } }@layer a { p { x: y } }")]
    [DataRow("@layer c { .no { x: y } }@layer b { p { x: y } }@layer a { p { x: y } }", "@layer b { p { x: y } }@layer a { p { x: y } }")]
    [DataRow("@layer c;@layer b { p { x: y } }@layer a { p { x: y } }", "@layer b { p { x: y } }@layer a { p { x: y } }")]
    [DataRow("@layer a.x { .no { x: y } }@layer b { p { x: y } }@layer a { p { x: y } }", "@layer a.x;@layer b { p { x: y } }@layer a { p { x: y } }")]
    [DataRow("@layer a { @layer x { .no { x: y } } }@layer b { p { x: y } }@layer a { p { x: y } }", "@layer a { @layer x; }@layer b { p { x: y } }@layer a { p { x: y } }")]
    [DataRow("@media print { @layer a { .no { x: y } } }@layer b { p { x: y } }@layer a { p { x: y } }", "@media print { @layer a; }@layer b { p { x: y } }@layer a { p { x: y } }")]
    [DataRow("@layer a;@layer { p { x: y } }@layer a { p { x: y } }", "@layer a;@layer { p { x: y } }@layer a { p { x: y } }")]
    [DataRow("@layer a { .no { x: y } }p { x: y }@layer a { p { x: y } }", "p { x: y }@layer a { p { x: y } }")]
    [DataRow(".no { x: y; @layer a { z: w } }@layer b { p { x: y } }@layer a { p { x: y } }", ".no {@layer a {} }@layer b { p { x: y } }@layer a { p { x: y } }")]
    [DataRow(".no { .b { @media print { @layer a { z: w } } } }@layer b { p { x: y } }@layer a { p { x: y } }", ".no {.b {@media print {@layer a {} } } }@layer b { p { x: y } }@layer a { p { x: y } }")]
    [DataRow("@scope (.no) { @layer a { p { z: w } } }@layer b { p { x: y } }@layer a { p { x: y } }", "@scope (.no) {@layer a {} }@layer b { p { x: y } }@layer a { p { x: y } }")]
    [DataRow("p { @layer a { .no { z: w } } }@layer b { p { x: y } }@layer a { p { x: y } }", "p { @layer a {} }@layer b { p { x: y } }@layer a { p { x: y } }")]
    [DataRow(".no { @layer a { z: w } }@layer b { p { x: y } }", "@layer b { p { x: y } }")]
    [DataRow("@layer \\61  { .no { x: y } }@layer b { p { x: y } }@layer a/**/ { p { x: y } }", "@layer a;@layer b { p { x: y } }@layer a/**/ { p { x: y } }")]
    [DataRow("@layer \\61 , b;@layer b { p { x: y } }@layer a { p { x: y } }", "@layer \\61 , b;@layer b { p { x: y } }@layer a { p { x: y } }")]
    public void Layers_BecomeEmpty_OrderStaysWhereItMatters(string css, string expected)
    {
        var page = new StyledPage("<p>x</p>");

        var written = page.WriteOne(css);

        Assert.AreEqual(expected, written);
    }

    [TestMethod]
    public void Layers_OfSeveralSheets_AreSettledTogether()
    {
        var page = new StyledPage("<p>x</p>");

        var written = page.Write("@layer a, b;", "@layer b { p { x: y } }", "@layer a { p { x: y } }");

        Assert.AreEqual("@layer a, b;", written[0].Single());
    }

    [TestMethod]
    public void Layers_ASheetOfAnotherHostMayHaveThem_OrderStays()
    {
        var page = new StyledPage("<p>x</p>");

        var written = page.WriteOne("@layer a, b;\n@import url(https://cdn.example/x.css);");

        Assert.AreEqual("@layer a, b;@import url(\"https://cdn.example/x.css\");", written);
    }
}
