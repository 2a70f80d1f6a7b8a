namespace DownPage.StandAlone.Tests.Css;

[TestClass]
public sealed class ImportTests
{
    private static StyledPage Page => new("<p class=a>x</p>")
    {
        Resources = new FakeResources()
            .With("p.css", "p { x: y }")
            .With("no.css", ".no { x: y }")
            .With("url.css", "p { b: url(i.png) }")
            .With("self.css", "@import 'self.css'; p { x: y }")
            .With("ping.css", "@import 'pong.css'; p { ping: y }")
            .With("pong.css", "@import 'ping.css'; p { pong: y }")
            .With("layered.css", "@import 'p.css' layer(in); p { z: w }")
            .With("outside.css", "@import 'https://cdn.example/x.css'; p { x: y }")
            .With("ns.css", "@namespace svg 'http://www.w3.org/2000/svg'; svg|p, p { x: y }"),
    };

    [TestMethod]
    [DataRow("@import 'p.css';", "p { x: y }")]
    [DataRow("@import url(p.css);", "p { x: y }")]
    [DataRow("@import url( \"p.css\" );", "p { x: y }")]
    [DataRow("@IMPORT 'p.css' ;", "p { x: y }")]
    [DataRow("@charset 'utf-8';@import 'p.css';", "p { x: y }")]
    [DataRow("@import 'p.css' screen and (width > 1px);", "@media screen and (width > 1px) {\np { x: y }\n}")]
    [DataRow("@import 'p.css' layer;", "@layer {\np { x: y }\n}")]
    [DataRow("@import 'p.css' layer(a.b);", "@layer a.b {\np { x: y }\n}")]
    [DataRow("@import 'p.css' layer( \\61 /**/.b );", "@layer a.b {\np { x: y }\n}")]
    [DataRow("@import 'p.css' layer();", "@media layer() {\np { x: y }\n}")]
    [DataRow("@import 'p.css' layer(a.) print;", "@media layer(a.) print {\np { x: y }\n}")]
    [DataRow("@import 'p.css' layer(a b);", "@media layer(a b) {\np { x: y }\n}")]
    [DataRow("@import 'p.css' layer(a, b);", "@media layer(a, b) {\np { x: y }\n}")]
    [DataRow("@import 'p.css' supports(display: grid);", "@supports (display: grid) {\np { x: y }\n}")]
    [DataRow("@import 'p.css' supports(not (x: y));", "@supports not (x: y) {\np { x: y }\n}")]
    [DataRow("@import 'p.css' layer(a) supports(x: y) print;", "@media print {\n@supports (x: y) {\n@layer a {\np { x: y }\n}\n\n}\n\n}")]
    [DataRow("@import 'layered.css' layer(out);", "@layer out {\n@layer in {\np { x: y }\n}\n p { z: w }\n}")]
    [DataRow("@import 'no.css' layer(a) print;", "")]
    [DataRow("@import 'p.css' not all;", "")]
    [DataRow("@import 'self.css';", "p { x: y }")]
    [DataRow("@import 'ping.css';", "p { pong: y } p { ping: y }")]
    [DataRow("@import 'p.css';@import 'p.css';", "p { x: y }p { x: y }")]
    [DataRow("@layer a;@import 'p.css';", "p { x: y }")]
    [DataRow("p { z: w } @import 'p.css';", "p { z: w }")]
    [DataRow(".no { z: w } @import 'p.css';", "")]
    [DataRow("@media print { @import 'p.css'; }", "")]
    [DataRow("@import p.css;", "")]
    [DataRow("@unheard-of;@import 'p.css';", "@unheard-of;p { x: y }")]
    public void Import_OfAKnownSheet_IsReplacedByIt(string css, string expected)
    {
        var written = Page.WriteOne(css);

        Assert.AreEqual(expected, written);
    }

    [TestMethod]
    public void Import_SheetHasAddresses_TheyAreRelativeToIt()
    {
        var written = Page.WriteOne("@import 'url.css'; p { b: url(o.png) }");

        Assert.AreEqual("p { b: url(url.css!i.png) } p { b: url(base!o.png) }", written);
    }

    [TestMethod]
    public void Import_OfAnotherHostAfterRules_BeginsATextOfItsOwn()
    {
        var written = Page.Write("@import 'p.css'; @import url(https://cdn.example/x.css) print; .a { x: y }")[0];

        CollectionAssert.AreEqual(
            new[] { "p { x: y }", "@import url(\"https://cdn.example/x.css\") print;\n .a { x: y }" }, written.ToArray());
    }

    [TestMethod]
    public void Import_NotKnown_StaysWithItsAddressResolved()
    {
        var written = Page.WriteOne("@import 'lost.css' layer(a) supports(x: y) print");

        Assert.AreEqual("@import url(\"base!lost.css\") layer(a) supports(x: y) print;", written);
    }

    [TestMethod]
    public void Import_IsItsOwnText_StaysAsItIs()
    {
        var page = Page;

        var written = page.WriteOne("@import url(data:text/css,p%7B%7D);");

        Assert.AreEqual("@import url(\"data:text/css,p%7B%7D\");", written);
        Assert.IsEmpty(page.Resources.Resolved);
    }

    [TestMethod]
    public void Import_UnderAConditionHasAnImportOfAnotherHost_BecomesAnAddress()
    {
        var written = Page.WriteOne("@import 'outside.css' print;");

        var sheet = Uri.EscapeDataString("@import url(\"https://cdn.example/x.css\");\n p { x: y }");
        Assert.AreEqual($"@import url(\"data:text/css;charset=utf-8,{sheet}\") print;", written);
    }

    [TestMethod]
    public void Import_SheetHasNamespaces_TheyDoNotReachTheOthers()
    {
        var written = Page.Write("@import 'p.css'; @import 'ns.css'; @import 'p.css'; .a { x: y }")[0];

        CollectionAssert.AreEqual(
            new[]
            {
                "p { x: y }",
                "@namespace svg 'http://www.w3.org/2000/svg'; svg|p, p { x: y }",
                "p { x: y } .a { x: y }",
            },
            written.ToArray());
    }

    [TestMethod]
    public void Import_EmptyLayerOrdersOthers_LeavesItsName()
    {
        var written = Page.WriteOne("@import 'no.css' layer(a) print;@layer b { p { x: y } }@layer a { p { x: y } }");

        Assert.AreEqual("@media print { @layer a; }@layer b { p { x: y } }@layer a { p { x: y } }", written);
    }
}
