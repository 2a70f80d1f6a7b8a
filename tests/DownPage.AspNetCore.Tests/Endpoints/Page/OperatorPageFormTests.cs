using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DownPage.AspNetCore.Tests.Endpoints.Page;

/// <summary>Forms that the endpoint itself does not take.</summary>
[TestClass]
public sealed class OperatorPageFormTests(TestContext test)
{
    [TestMethod]
    public async Task Changes_TooMany_AreRefusedByThePage()
    {
        await using var site = await OperatorSite.StartAsync(options => options.Endpoint.ChangesPerMinute = 1);
        var (_, page) = await site.SubmitAsync(await site.LookAsync(), "down");

        var (code, refused) = await site.SubmitAsync(page, "update", ("message", "Back soon."));

        Assert.AreEqual(HttpStatusCode.TooManyRequests, code);
        Assert.IsNotNull(refused.QuerySelector("#switch #refusal"));
        Assert.AreEqual("Back soon.", refused.QuerySelector<IHtmlTextAreaElement>("#order-message")?.Value);
    }

    [TestMethod]
    public async Task Form_OfAnotherSite_IsRefusedAndNothingOfItIsShown()
    {
        await using var site = await OperatorSite.StartAsync();
        var form = (await site.LookAsync()).QuerySelectorAll<IHtmlFormElement>("form").First();
        var fields = OperatorSite.FieldsOf(form).Append(KeyValuePair.Create("message", "planted")).ToArray();

        var answer = await site.PostAsync(OperatorSite.Path, fields, from: "cross-site");

        Assert.AreEqual(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.AreEqual("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        var page = await answer.Content.ReadAsStringAsync(test.CancellationToken);
        Assert.DoesNotContain("planted", page);
        Assert.IsFalse(site.Site.Maintenance.Current.IsDown);
        var own = await site.PostAsync(OperatorSite.Path, fields);
        Assert.AreEqual(HttpStatusCode.SeeOther, own.StatusCode);
    }

    [TestMethod]
    public async Task Form_WithoutAntiforgery_IsRefusedWhereTheAppHasIt()
    {
        await using var site = await OperatorSite.StartAsync(antiforgery: true);

        var answer = await site.PostAsync(OperatorSite.Path, [new("action", "down"), new("revision", "none")]);

        Assert.AreEqual(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.IsFalse(site.Site.Maintenance.Current.IsDown);
    }

    [TestMethod]
    [DataRow("restore", HttpStatusCode.BadRequest)]
    [DataRow("", HttpStatusCode.BadRequest)]
    [DataRow("up", HttpStatusCode.PreconditionFailed, DisplayName = "without what was looked at")]
    public async Task Form_ThatIsNotThePages_IsRefused(string action, HttpStatusCode expected)
    {
        await using var site = await OperatorSite.StartAsync();

        var answer = await site.PostAsync(OperatorSite.Path, [new("action", action)]);

        Assert.AreEqual(expected, answer.StatusCode);
    }

    [TestMethod]
    public async Task Form_ThatIsFarTooLong_IsRefused()
    {
        await using var site = await OperatorSite.StartAsync();

        var answer = await site.PostAsync(
            OperatorSite.Path,
            [new("action", "down"), new("revision", "none"), new("message", new string('x', 60_000))]);

        Assert.AreEqual(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.IsFalse(site.Site.Maintenance.Current.IsDown);
    }
}
