namespace DownPage.StandAlone.Tests.Css;

[TestClass]
public sealed class NameTests
{
    [TestMethod]
    [DataRow("p { --a: 1; x: var(--a) }", "p { --a: 1; x: var(--a) }")]
    [DataRow("p { --a: 1; x: y }", "p { x: y }")]
    [DataRow("p { --a: 1 }", "")]
    [DataRow("p { --a: var(--b); --b: var(--a); x: y }", "p { x: y }")]
    [DataRow("p { --a: var(--b); --b: 1; x: var(--a) }", "p { --a: var(--b); --b: 1; x: var(--a) }")]
    [DataRow("p { x: var(--a) } .no { y: var(--b) } i { --a: 1; --b: 2 }", "p { x: var(--a) } i { --a: 1; }")]
    [DataRow("p { --A: 1; --a: 2; x: var(--A) }", "p { --A: 1; x: var(--A) }")]
    [DataRow("p { --a: 1; transition: --a 1s }", "p { --a: 1; transition: --a 1s }")]
    [DataRow("p { --a: 1 } @container style(--a: 1) { p { x: y } }", "p { --a: 1 } @container style(--a: 1) { p { x: y } }")]
    [DataRow("@property --a { syntax: '*'; inherits: false } p { --a: 1 }", "")]
    [DataRow("@property --a { syntax: '*'; inherits: false } p { x: var(--a) }", "@property --a { syntax: '*'; inherits: false } p { x: var(--a) }")]
    [DataRow("p { animation: k 1s } @keyframes k { to { --a: 1; x: y } }", "p { animation: k 1s } @keyframes k { to { x: y } }")]
    [DataRow("p { animation: k 1s } @keyframes k { to { x: var(--a) } } p { --a: 1 }", "p { animation: k 1s } @keyframes k { to { x: var(--a) } } p { --a: 1 }")]
    [DataRow("p { animation: var(--n) } i { --n: k } @keyframes 'k' { to { x: y } }", "p { animation: var(--n) } i { --n: k } @keyframes 'k' { to { x: y } }")]
    [DataRow("@-webkit-keyframes k { to { x: y } } .no { animation: k }", "")]
    [DataRow("@counter-style c { symbols: x } p { list-style: c }", "@counter-style c { symbols: x } p { list-style: c }")]
    [DataRow("@counter-style c { symbols: x } p { list-style: disc }", "p { list-style: disc }")]
    [DataRow("@position-try --p { top: 0 } p { x: y }", "p { x: y }")]
    [DataRow("@position-try --p { top: 0 } p { position-try: --p }", "@position-try --p { top: 0 } p { position-try: --p }")]
    [DataRow("@font-palette-values --p { font-family: F } p { font-palette: --p }", "@font-palette-values --p { font-family: F } p { font-palette: --p }")]
    [DataRow("@font-feature-values F { @swash { a: 1 } } p { font-family: F }", "@font-feature-values F { @swash { a: 1 } } p { font-family: F }")]
    [DataRow("@font-feature-values F { @swash { a: 1 } } p { x: y }", "p { x: y }")]
    public void Name_IsOrIsNotReferredTo_WhatHasItStaysOrGoes(string css, string expected)
    {
        var written = new StyledPage("<p>x<i>y</i></p>").WriteOne(css);

        Assert.AreEqual(expected, written);
    }

    [TestMethod]
    [DataRow("<p style='color: var(--a)'>x</p>", "p { --a: 1 }")]
    [DataRow("<p style='--b: var(--a)'>x</p>", "p { --a: 1 }")]
    [DataRow("<p style='--a: 2'>x</p>", "")]
    [DataRow("<p>x</p><svg fill='var(--a)'></svg>", "p { --a: 1 }")]
    [DataRow("<p data-color='--a'>x</p>", "p { --a: 1 }")]
    public void Name_IsInAnAttribute_CountsAsUsed(string body, string expected)
    {
        var written = new StyledPage(body).WriteOne("p { --a: 1 }");

        Assert.AreEqual(expected, written);
    }

    [TestMethod]
    public void Name_UsedInAnotherSheet_IsReferredTo()
    {
        var written = new StyledPage("<p>x</p>").Write(":root { --a: 1; --b: 2 }", "p { x: var(--a) }");

        Assert.AreEqual(":root { --a: 1; }", written[0].Single());
    }
}
