using DownPage.StandAlone.Markup;

namespace DownPage.StandAlone.Tests.Markup;

[TestClass]
public sealed class HeadTests
{
    private const string Icon = "<link rel=\"icon\" href=\"data:,\">";

    [TestMethod]
    [DataRow("", "<meta charset=\"utf-8\"><meta name=\"robots\" content=\"noindex\">")]
    [DataRow(
        "<title>x</title><meta charset=iso-8859-1>",
        "<meta charset=\"utf-8\"><meta name=\"robots\" content=\"noindex\"><title>x</title>")]
    [DataRow(
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>",
        "<meta charset=\"utf-8\"><meta name=\"robots\" content=\"noindex\">")]
    [DataRow(
        "<meta name=Robots content='index, FOLLOW'>",
        "<meta charset=\"utf-8\"><meta name=\"Robots\" content=\"noindex, follow\">")]
    [DataRow("<meta name=robots content=none>", "<meta charset=\"utf-8\"><meta name=\"robots\" content=\"none\">")]
    [DataRow(
        "<meta name=robots content='max-snippet:0, NoIndex'>",
        "<meta charset=\"utf-8\"><meta name=\"robots\" content=\"max-snippet:0, NoIndex\">")]
    public void Head_Prepared_StartsWithTheCharsetAndForbidsIndexing(string head, string expected)
    {
        var document = Html.Parse($"<!doctype html><head>{head}</head>");

        Head.Prepare(document);

        Assert.AreEqual(expected + Icon, document.Head!.InnerHtml);
    }

    [TestMethod]
    [DataRow("<link rel=icon href=a.png>", false)]
    [DataRow("<link rel='SHORTCUT ICON' href=a.ico>", false)]
    [DataRow("<link rel=apple-touch-icon href=a.png>", true)]
    [DataRow("<link rel=stylesheet href=icon.css>", true)]
    public void Icon_WhereThePageNamesNone_IsAnEmptyOne(string link, bool isAdded)
    {
        var document = Html.Parse($"<!doctype html><head>{link}</head>");

        Head.Prepare(document);

        Assert.HasCount(isAdded ? 1 : 0, document.QuerySelectorAll("link[rel=icon][href='data:,']"));
    }
}
