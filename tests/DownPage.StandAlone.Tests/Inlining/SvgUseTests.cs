using DownPage.RenderProtocol;

namespace DownPage.StandAlone.Tests.Inlining;

[TestClass]
public sealed class SvgUseTests
{
    private const string Sprite = """
        <svg xmlns="http://www.w3.org/2000/svg">
          <linearGradient id="shade"><stop offset="0"/></linearGradient>
          <symbol id="cart" viewBox="0 0 8 8"><path id="inner" d="M0 0h8v8z" fill="url(#shade)"/></symbol>
          <symbol id="both"><use href="#cart"/></symbol>
        </svg>
        """;

    [TestMethod]
    public void Finish_SymbolOfASprite_IsInTheDrawing()
    {
        using var page = new SitePage().With("icons.svg", Sprite)
            .FinishBody("<svg><use href=\"/icons.svg#cart\"/></svg>");

        var use = page.Document.QuerySelector("svg > use")!;
        var symbol = page.Document.QuerySelector(use.GetAttribute("href")!)!;
        Assert.AreEqual("symbol", symbol.LocalName);
        Assert.AreEqual("0 0 8 8", symbol.GetAttribute("viewBox"));
        Assert.IsNotNull(page.Document.GetElementById("shade"), "what the symbol refers to comes along");
        Assert.AreEqual("http://www.w3.org/2000/svg", symbol.NamespaceUri);
    }

    [TestMethod]
    public void Finish_SymbolThatIsUsedTwice_IsThereOnce()
    {
        using var page = new SitePage().With("icons.svg", Sprite)
            .FinishBody("<svg><use href=\"/icons.svg#cart\"/></svg><svg><use xlink:href=\"/icons.svg#cart\"/></svg>");

        Assert.HasCount(1, page.Document.QuerySelectorAll("symbol"));
        Assert.AreEqual("#cart", page.Document.QuerySelectorAll("svg > use")[1].GetAttribute("href"));
    }

    [TestMethod]
    public void Finish_SymbolThatUsesAnother_BringsIt()
    {
        using var page = new SitePage().With("icons.svg", Sprite)
            .FinishBody("<svg><use href=\"/icons.svg#both\"/></svg>");

        Assert.IsNotNull(page.Document.QuerySelector("symbol#both > use[href='#cart']"));
        Assert.IsNotNull(page.Document.GetElementById("cart"));
    }

    [TestMethod]
    public void Finish_IdThatThePageHas_IsNotTakenTwice()
    {
        using var page = new SitePage().With("icons.svg", Sprite)
            .FinishBody("<h1 id=\"cart\">Cart</h1><svg><use href=\"/icons.svg#cart\"/></svg>");

        Assert.AreEqual("#cart-2", page.Document.QuerySelector("svg > use")!.GetAttribute("href"));
        Assert.IsNotNull(page.Document.QuerySelector("symbol#cart-2"));
    }

    [TestMethod]
    public void Finish_SymbolThatIsNotThere_IsReported()
    {
        using var page = new SitePage().With("icons.svg", Sprite)
            .FinishBody("<svg><use href=\"/icons.svg#none\"/></svg>");

        Assert.ContainsSingle(code => code == DiagnosticCodes.AssetNotPublished, page.Codes);
    }
}
