namespace DownPage.StandAlone.Tests.Checks;

[TestClass]
public sealed class DocumentChecksTests
{
    private const string Viewport = "<meta name=Viewport content=x>";

    [TestMethod]
    [DataRow("<!doctype html><html lang=de><head><title>x</title>" + Viewport, "", DisplayName = "all is there")]
    [DataRow("<html lang=de><head><title>x</title>" + Viewport, "DP0308", DisplayName = "no doctype")]
    [DataRow("<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01 Transitional//EN'><html lang=de><head><title>x</title>" + Viewport,
        "DP0308", DisplayName = "a doctype of quirks mode")]
    [DataRow("<!doctype html><head><title>x</title>" + Viewport, "DP0310", DisplayName = "no language")]
    [DataRow("<!doctype html><html lang=' '><head><title>x</title>" + Viewport, "DP0310", DisplayName = "an empty language")]
    [DataRow("<!doctype html><html lang=de><head>" + Viewport, "DP0311", DisplayName = "no title")]
    [DataRow("<!doctype html><html lang=de><head><title> </title>" + Viewport, "DP0311", DisplayName = "an empty title")]
    [DataRow("<!doctype html><html lang=de><head>" + Viewport + "<body><svg><title>x</title></svg>", "DP0311",
        DisplayName = "the title of a drawing only")]
    [DataRow("<!doctype html><html lang=de><head><title>x</title>", "DP0312", DisplayName = "no viewport")]
    [DataRow("", "DP0308 DP0310 DP0311 DP0312", DisplayName = "nothing at all")]
    public void Page_ThatDoesNotSayWhatItIs_IsReported(string markup, string codes)
    {
        Assert.AreEqual(codes, SamplePage.Codes(SamplePage.Of(markup)));
    }

    [TestMethod]
    [DataRow("", "DP0309")]
    [DataRow("<meta charset=utf-8>", "")]
    [DataRow("<meta http-equiv=Content-Type content='text/html; charset=utf-8'>", "")]
    public void Charset_OfAPageThatStaysAsItIs_IsItsOwnBusiness(string meta, string codes)
    {
        var page = SamplePage.Of($"<!doctype html><html lang=de><head>{meta}<title>x</title>{Viewport}", selfContained: false);

        Assert.AreEqual(codes, SamplePage.Codes(page));
    }
}
