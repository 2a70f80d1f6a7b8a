using System.Text;
using DownPage.StandAlone.Refresh;
using DownPage.StandAlone.Tests.Markup;

namespace DownPage.StandAlone.Tests.Refresh;

[TestClass]
public sealed class RefreshScriptTests
{
    [TestMethod]
    public void Script_OfThePage_IsLastInBodyAndSmall()
    {
        var document = Html.Parse("<!doctype html><head></head><body><p>x</p></body>");

        var script = RefreshScript.AddTo(document, 30);

        Assert.AreSame(document.Body!.LastElementChild, script);
        Assert.IsLessThan(600, Encoding.UTF8.GetByteCount(script.OuterHtml));
        Assert.Contains("p=30000,", script.TextContent);
        Assert.Contains("p*1.5,300000)", script.TextContent);
        Assert.DoesNotContain("\n", script.TextContent);
        Assert.DoesNotContain("PAUSE", script.TextContent);
        Assert.DoesNotContain("LONGEST", script.TextContent);
    }

    [TestMethod]
    public void Pause_LongerThanTheLongest_StaysAsItIs()
    {
        var script = RefreshScript.AddTo(Html.Parse(""), 3_600);

        Assert.Contains("p=3600000,", script.TextContent);
        Assert.Contains("p*1.5,3600000)", script.TextContent);
    }

    [TestMethod]
    public void Browser_WithoutScripts_LoadsThePageAgain()
    {
        var document = Html.Parse("<!doctype html><head></head><body><p>x</p></body>");

        RefreshScript.AddTo(document, 30);

        Assert.AreEqual("<noscript><meta http-equiv=\"refresh\" content=\"30\"></noscript>", document.Head!.InnerHtml);
    }

    [TestMethod]
    public void Refresh_OfThePageItself_IsTheOnlyOne()
    {
        var document = Html.Parse("<!doctype html><head><meta http-equiv=Refresh content=60></head>");

        RefreshScript.AddTo(document, 30);

        Assert.HasCount(1, document.QuerySelectorAll("meta[http-equiv='refresh' i]"));
    }
}
