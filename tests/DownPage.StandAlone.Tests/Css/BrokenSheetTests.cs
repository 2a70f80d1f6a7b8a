namespace DownPage.StandAlone.Tests.Css;

[TestClass]
public sealed class BrokenSheetTests
{
    [TestMethod]
    [DataRow("p { x: y", "p { x: y}")]
    [DataRow("p { x: 'y", "p { x: 'y'}")]
    [DataRow("p { x: 'y\\", "p { x: 'y\\\n'}")]
    [DataRow("p { x: 'y\\'", "p { x: 'y\\''}")]
    [DataRow("p { x: url(#y", "p { x: url(#y)}")]
    [DataRow("p { x: f(g[h", "p { x: f(g[h])}")]
    [DataRow("@media print { p { x: y", "@media print { p { x: y}}")]
    [DataRow("p { x: y /* z", "p { x: y /* z*/}")]
    [DataRow("p { x: y /* z *", "p { x: y /* z */}")]
    [DataRow("p { x: y } }  p { z: w }", "p { x: y }")]
    [DataRow("} p { x: y } p { z: w }", "p { z: w }")]
    [DataRow("p { x: y; z; w: v }", "p { x: y; w: v }")]
    [DataRow("p { *x: y; w: v }", "p { w: v }")]
    [DataRow("p { x: 'y\n; z: w } p { v: u }", "p { x: 'y\n; z: w } p { v: u }")]
    [DataRow("p { x: url(a b c); z: w }", "p { x: url(a b c); z: w }")]
    [DataRow("<!-- p { x: y } --> p { z: w }", "p { x: y }  p { z: w }")]
    [DataRow("\ufeffp { x: y }", "p { x: y }")]
    [DataRow("p { x: y } .no", "p { x: y }")]
    [DataRow("p ; p { x: y } p { z: w }", "p ; p { x: y } p { z: w }")]
    [DataRow("p { --a { x: y } z: w }", "p { z: w }")]
    [DataRow("p { a:hover { x: y } z: w }", "p { z: w }")]
    [DataRow("p { x: y } @media", "p { x: y } @media;")]
    [DataRow("--a:hover { x: y } p { x: y }", "p { x: y }")]
    [DataRow("p {} {} { x: y } p { x: y }", "p { x: y }")]
    [DataRow("@media print { ; p { x: y } }", "@media print { ; p { x: y } }")]
    [DataRow("@media print { p { x: y }; .no { z: w } p { v: u } }", "@media print { p { x: y }; .no { z: w } p { v: u } }")]
    [DataRow("@layer a { x: y; .no { z: w } p { v: u } }", "@layer a { x: y; .no { z: w } p { v: u } }")]
    [DataRow("@layer a { --x: { y: z } p { v: u } }", "@layer a { p { v: u } }")]
    [DataRow("@layer a { p { v: u } x: y }", "@layer a { p { v: u }}")]
    [DataRow("p { animation: k } @keyframes k { ; from { x: y } to { z: w } }", "p { animation: k } @keyframes k { ; from { x: y } to { z: w } }")]
    [DataRow("p { @media print { ; & { x: y } } }", "p { @media print {  & { x: y } } }")]
    [DataRow("p, \\\n{ x: y }", "p, \\\n{ x: y }")]
    [DataRow(".no, \\\n, .no { x: y }", "\\\n { x: y }")]
    public void Sheet_IsBroken_IsReadAsBrowsersDo(string css, string expected)
    {
        var written = new StyledPage("<p>x</p>").WriteOne(css);

        Assert.AreEqual(expected, written);
    }

    [TestMethod]
    [DataRow("(")]
    [DataRow("{")]
    [DataRow("[")]
    [DataRow(":is(")]
    [DataRow("a{b:")]
    [DataRow("@media (")]
    [DataRow("a{@x{")]
    public void Sheet_IsNestedWithoutEnd_DoesNotEndTheProcess(string piece)
    {
        var css = string.Concat(Enumerable.Repeat(piece, 20_000)) + "p { x: y }";

        var written = new StyledPage("<p>x</p>") { Trim = false, Minify = true }.Write(css)[0];

        Assert.IsLessThanOrEqualTo(1, written.Count);
    }

    [TestMethod]
    [DataRow("p { content: '</style>' }", "p { content: '<\\/style>' }")]
    [DataRow("p { content: \"</STYLE>\" }", "p { content: \"<\\/style>\" }")]
    [DataRow("p { x: y /* </style> */ }", "p { x: y /* < /style> */ }")]
    [DataRow("p { --a: </style>; x: var(--a) }", "p { --a: </**//style>; x: var(--a) }")]
    public void Sheet_WouldEndTheElement_IsEscaped(string css, string expected)
    {
        var written = new StyledPage("<p>x</p>").WriteOne(css);

        Assert.AreEqual(expected, written);
    }
}
