namespace DownPage.StandAlone.Tests.Css;

[TestClass]
public sealed class MinifyTests
{
    [TestMethod]
    [DataRow("p { color : red ; }", "p{color:red}")]
    [DataRow("/* comment */ p { x: y } /* end */", "p{x:y}")]
    [DataRow("content:\"}\n\np { x: y }\nq { x: y }", "content:\"}\np{x:y}q{x:y}")]
    [DataRow("/*! licence */ p { x: y } /* a */ /*! other */ q { x: /*! not here */ y }", "/*! licence */p{x:y}/*! other */q{x:y}")]
    [DataRow("a > b + c ~ d , e   f { x: y }", "a>b+c~d,e f{x:y}")]
    [DataRow("p :hover , p:hover { x: y }", "p :hover,p:hover{x:y}")]
    [DataRow("p > :not( .a , .b ) { x: y }", "p>:not(.a,.b){x:y}")]
    [DataRow("p:nth-child( 2n + 1 ) > a { x: y }", "p:nth-child(2n + 1)>a{x:y}")]
    [DataRow("p [ title = 'a  b' i ] { x: y }", "p [title = 'a  b' i]{x:y}")]
    [DataRow("p * { x: y }", "p *{x:y}")]
    [DataRow("p { x: calc( 1px + 2px * ( 3 - 1 ) ) }", "p{x:calc(1px + 2px * (3 - 1))}")]
    [DataRow("p { x: 1px  -1px ! important }", "p{x:1px -1px!important}")]
    [DataRow("p { font: 1em / 1.5 a , b }", "p{font:1em/1.5 a,b}")]
    [DataRow("p { x: url( a.png )  no-repeat }", "p{x:url(base!a.png) no-repeat}")]
    [DataRow("p { content: 'a  /* b */ ;' }", "p{content:'a  /* b */ ;'}")]
    [DataRow("p { x: a/**/b c/* */d }", "p{x:a/**/b c/**/d}")]
    [DataRow("p { x: a /* */ b }", "p{x:a b}")]
    [DataRow("p/**/.a, p/**/a { x: y }", "p/**/.a,p/**/a{x:y}")]
    [DataRow("p { --a:  { b : c }  ; --b: ; --c:; x: var( --a , ) var(--b) var(--c) }", "p{--a:{ b : c };--b: ;--c: ;x:var(--a,) var(--b) var(--c)}")]
    [DataRow("@media  screen  and  ( width : 1px ) , print { p { x: y } }", "@media screen and (width :1px),print{p{x:y}}")]
    [DataRow("@media screen and (min-width: 1px) and (max-width: 2px) { p { x: y } }", "@media screen and (min-width:1px) and (max-width:2px){p{x:y}}")]
    [DataRow("@supports ( display: grid ) and (not (x: y)) { p { x: y } }", "@supports (display:grid) and (not (x:y)){p{x:y}}")]
    [DataRow("@supports selector(a :hover) { p { x: y } }", "@supports selector(a :hover){p{x:y}}")]
    [DataRow("p { x: y; & > p { x: y; } z: w; }", "p{x:y;&>p{x:y}z:w}")]
    [DataRow("@unheard-of  a { b : c ;  d }", "@unheard-of a{b : c ; d}")]
    [DataRow("p { x: y; *zoom: 1; ; z: w }", "p{x:y;z:w}")]
    [DataRow("@media print { ; p { x: y }; }", "@media print{; p{x:y}}")]
    [DataRow("\\\np , q { x: y\\\n }", "\\\np,q{x:y\\\n}")]
    [DataRow("p { x: U+0025-00FF , u+4?? }", "p{x:U+0025-00FF,u+4??}")]
    [DataRow("@page :first { margin: 1in }", "@page :first{margin:1in}")]
    [DataRow("@import  url(https://a.example/x.css)   print ;", "@import url(\"https://a.example/x.css\") print;")]
    [DataRow("p { filter: progid:DXImageTransform.Microsoft.Alpha( Opacity=50 ) }", "p{filter:progid:DXImageTransform.Microsoft.Alpha(Opacity=50)}")]
    public void Minify_Sheet_LosesOnlyWhatMeansNothing(string css, string expected)
    {
        var page = new StyledPage("<p>x</p>") { Minify = true, Trim = false };

        var written = page.WriteOne(css);

        Assert.AreEqual(expected, written);
    }

    [TestMethod]
    public void Minify_WhatIsMinified_StaysAsItIs()
    {
        const string Css = "a>b,c d:nth-child(2n + 1){x:calc(1px + 2px) 'a'!important;--a: b ;y:url(\"a b\")}@media (x:y) and (z:w){e{--b: }}";
        var page = new StyledPage("") { Minify = true, Trim = false, Resources = new FakeResources() };
        var once = page.WriteOne(Css.Replace("url(\"a b\")", "1", StringComparison.Ordinal));

        var twice = page.WriteOne(once);

        Assert.AreEqual(once, twice);
    }
}
