namespace DownPage.StandAlone.Tests.Css;

[TestClass]
public sealed class ScriptTests
{
    [TestMethod]
    [DataRow(".open .menu", true)]
    [DataRow(".menu .open", true)]
    [DataRow("p > .open", true)]
    [DataRow("dialog.open", true)]
    [DataRow(".other", false)]
    [DataRow(".open.other", false)]
    [DataRow(".w-1\\/2", true)]
    [DataRow("[data-menu-state]", true)]
    [DataRow("[aria-expanded]", true)]
    [DataRow("[aria-expanded=true]", true)]
    [DataRow("[aria-expanded=mixed]", false)]
    [DataRow("p:not(.open)", true)]
    [DataRow(":is(.other, .open)", true)]
    [DataRow(":is(.other)", false)]
    [DataRow("p:last-child:first-child", true)]
    public void Selector_ScriptsHaveTheNames_IsKept(string selector, bool isKept)
    {
        const string Script = "el.classList.add('open','w-1/2');document.createElement('dialog');el.dataset.menuState=1;el.ariaExpanded=true";
        var page = new StyledPage("<p class=menu>x</p><p>y</p>") { ScriptText = Script };

        var written = page.WriteOne(selector + " { x: y }");

        Assert.AreEqual(isKept ? selector + " { x: y }" : "", written);
    }

    [TestMethod]
    public void Names_ScriptsHaveThem_AreReferredTo()
    {
        const string Css = "p { --a: 1; } @keyframes spin { to { x: y } }";
        var page = new StyledPage("<p>x</p>") { ScriptText = "p.style.setProperty('--a',1);p.style.animation='spin 1s'" };

        Assert.AreEqual(Css, page.WriteOne(Css));
    }

    [TestMethod]
    [DataRow(".open", true)]
    [DataRow(".open .btn", true)]
    [DataRow("p > .open", true)]
    [DataRow(".is-big", true)]
    [DataRow(".is-", true)]
    [DataRow("[data-state=x]", true)]
    [DataRow("my-tag::before", true)]
    [DataRow(".open .other", false)]
    [DataRow(".isbig", false)]
    [DataRow("p p", false)]
    public void Selector_NamesAreKept_IsKept(string selector, bool isKept)
    {
        var page = new StyledPage("<p class=btn>x</p>") { Keep = [".open", ".is-*", "my-tag[data-state]"] };

        var written = page.WriteOne(selector + " { x: y }");

        Assert.AreEqual(isKept ? selector + " { x: y }" : "", written);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(".")]
    [DataRow("a >")]
    [DataRow("{}")]
    [DataRow(":hover")]
    public void KeptSelector_IsNone_IsNull(string entry)
    {
        Assert.IsNull(DownPage.StandAlone.Css.KeptSelector.Parse(entry));
    }

    [TestMethod]
    [DataRow(".A", true)]
    [DataRow("#B", true)]
    [DataRow(".no", false)]
    public void Selector_PageWithoutDoctype_MatchesInAnyCase(string selector, bool isKept)
    {
        var page = new StyledPage("<p class=a id=b>x</p>") { Doctype = "" };

        Assert.AreEqual(isKept ? selector + " { x: y }" : "", page.WriteOne(selector + " { x: y }"));
    }
}
