using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DownPage.AspNetCore.Tests.Endpoints.Page;

[TestClass]
public sealed class OperatorPageRefusalTests(TestContext test)
{
    [TestMethod]
    public async Task StalePage_ThatTakesDown_TellsWhatHappenedAndKeepsWhatWasTyped()
    {
        await using var site = await OperatorSite.StartAsync();
        var stale = await site.LookAsync();
        await site.Site.Maintenance.EnterAsync(
            new MaintenanceRequest { Actor = "ben", Reason = "disk" }, test.CancellationToken);

        var (code, page) = await site.SubmitAsync(
            stale, "down", ("message", "Back soon."), ("for", "2h"), ("scopes", "path:/a"));

        Assert.AreEqual(HttpStatusCode.PreconditionFailed, code);
        Assert.AreEqual("Down", SamplePage.TextOf(page.QuerySelector("h1")));
        var refusal = SamplePage.TextOf(page.QuerySelector("#switch #refusal[role=alert][autofocus]"));
        StringAssert.Contains(refusal, "Nothing was changed.", StringComparison.Ordinal);
        StringAssert.Contains(
            refusal,
            "Meanwhile: Taken down by ben, by the app itself, Sat 21 Nov 2026, 12:00 UTC (now): disk",
            StringComparison.Ordinal);
        Assert.AreEqual("ben", site.Site.Maintenance.Current.Actor);
        Assert.IsNull(site.Site.Maintenance.Current.Message);

        // Pressed again, now knowing.
        Assert.AreEqual("Back soon.", page.QuerySelector<IHtmlTextAreaElement>("#order-message")?.Value);
        Assert.IsTrue(page.QuerySelector("#switch details")?.HasAttribute("open"));
        var (again, changed) = await site.SubmitAsync(page, "update");
        Assert.AreEqual(HttpStatusCode.SeeOther, again);
        Assert.AreEqual("Partly down until 14:00 UTC", SamplePage.TextOf(changed.QuerySelector("h1")));
        Assert.AreEqual("Back soon.", site.Site.Maintenance.Current.Message);
    }

    [TestMethod]
    [DataRow("up")]
    [DataRow("extend")]
    [DataRow("update")]
    public async Task StalePage_OfASiteThatIsUpAgain_ChangesNothing(string action)
    {
        await using var site = await OperatorSite.StartAsync();
        var (_, stale) = await site.SubmitAsync(await site.LookAsync(), "down");
        await site.Site.Maintenance.LeaveAsync(cancellationToken: test.CancellationToken);

        var (code, page) = await site.SubmitAsync(stale, action, ("by", "10m"));

        Assert.AreEqual(HttpStatusCode.PreconditionFailed, code);
        Assert.AreEqual("Up", SamplePage.TextOf(page.QuerySelector("h1")));
        StringAssert.Contains(
            SamplePage.TextOf(page.QuerySelector("#switch #refusal")),
            "Meanwhile: Taken up by",
            StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("retryAfter", "soon", "#order-retryAfter")]
    [DataRow("scopes", "billing", "#order-scopes")]
    [DataRow("allowNetworks", "10.0.0.0/99", "#order-allowNetworks")]
    [DataRow("redirectTo", "//elsewhere.example", "#order-redirectTo")]
    [DataRow("mode", "half", null, DisplayName = "no browser sends that")]
    public async Task Down_WithAValueThatCannotBe_SaysSoAtTheFieldAndKeepsAllThatWasTyped(
        string field, string value, string? place)
    {
        await using var site = await OperatorSite.StartAsync();

        var (code, page) = await site.SubmitAsync(
            await site.LookAsync(),
            "down",
            (field, value),
            ("message", "Back soon. <b>"),
            ("reason", "move \"it\""),
            ("for", "forever"));

        Assert.AreEqual(HttpStatusCode.BadRequest, code);
        Assert.AreEqual("Up", SamplePage.TextOf(page.QuerySelector("h1")));
        Assert.IsFalse(site.Site.Maintenance.Current.IsDown);
        StringAssert.Contains(
            SamplePage.TextOf(page.QuerySelector("#switch #refusal li")), field, StringComparison.OrdinalIgnoreCase);
        Assert.AreEqual("Back soon. <b>", page.QuerySelector<IHtmlTextAreaElement>("#order-message")?.Value);
        Assert.AreEqual("move \"it\"", page.QuerySelector<IHtmlInputElement>("#order-reason")?.Value);
        Assert.AreEqual("forever", page.QuerySelector("#switch [name=for][checked]")?.GetAttribute("value"));
        if (place is not null)
        {
            var control = page.QuerySelector(place);
            Assert.AreEqual("true", control?.GetAttribute("aria-invalid"));
            Assert.AreEqual(value, control is IHtmlTextAreaElement area ? area.Value : control?.GetAttribute("value"));
            var described = control?.GetAttribute("aria-describedby")?.Split(' ') ?? [];
            Assert.IsTrue(described.All(id => page.GetElementById(id) is not null), string.Join(' ', described));
            Assert.AreEqual("error", page.GetElementById(described[0])?.ClassName);
        }
    }

    [TestMethod]
    [DataRow("until", "", "until is empty")]
    [DataRow("until", "2026-11-21T11:00", "until is")]
    [DataRow("until", "tomorrow", "until is")]
    [DataRow("1h", "2026-11-22T06:00", "until is given, but something else is chosen")]
    public async Task Down_UntilATimeThatCannotBe_SaysSoAtTheField(string period, string until, string words)
    {
        await using var site = await OperatorSite.StartAsync();

        var (code, page) = await site.SubmitAsync(
            await site.LookAsync(), "down", ("for", period), ("until", until));

        Assert.AreEqual(HttpStatusCode.BadRequest, code);
        StringAssert.StartsWith(
            SamplePage.TextOf(page.GetElementById("order-until-error")), words, StringComparison.OrdinalIgnoreCase);
        Assert.AreEqual(until, page.QuerySelector("#order-until")?.GetAttribute("value"));
        Assert.IsFalse(site.Site.Maintenance.Current.IsDown);
    }

    [TestMethod]
    public async Task Update_ThatTakesARedirectBack_IsToldHow()
    {
        await using var site = await OperatorSite.StartAsync();
        var (_, down) = await site.SubmitAsync(await site.LookAsync(), "down", ("redirectTo", "/status"));

        var (code, page) = await site.SubmitAsync(down, "update", ("redirectTo", ""));

        Assert.AreEqual(HttpStatusCode.BadRequest, code);
        StringAssert.Contains(
            SamplePage.TextOf(page.GetElementById("order-redirectTo-error")),
            "take the site up",
            StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("duration", "soon")]
    [DataRow("timeZone", "Europe/Berlim")]
    [DataRow("daysOfMonth", "first")]
    [DataRow("name", "")]
    public async Task Window_WithAValueThatCannotBe_SaysSoAtTheFieldAndKeepsAllThatWasTyped(string field, string value)
    {
        await using var site = await OperatorSite.StartAsync();
        (string, string)[] typed =
        [
            ("name", "backup"), ("days", "sunday"), ("days", "monday"), ("time", "03:00"), ("duration", "30m"),
            ("timeZone", "UTC"), ("message", "Counting."),
        ];

        var (code, page) = await site.SubmitAsync(
            await site.LookAsync(),
            "schedule-add",
            [.. typed.Where(other => other.Item1 != field), (field, value)]);

        Assert.AreEqual(HttpStatusCode.BadRequest, code);
        Assert.IsNotNull(page.QuerySelector("#schedule #refusal"));
        Assert.IsNull(page.QuerySelector("#switch #refusal"));
        Assert.IsTrue(page.QuerySelector("#schedule details")?.HasAttribute("open"));
        Assert.AreEqual("true", page.QuerySelector($"#window-{field}")?.GetAttribute("aria-invalid"));
        Assert.AreEqual(value, page.QuerySelector($"#window-{field}")?.GetAttribute("value"));
        Assert.AreEqual("Counting.", page.QuerySelector<IHtmlTextAreaElement>("#window-message")?.Value);
        Assert.AreSequenceEqual(
            ["monday", "sunday"],
            page.QuerySelectorAll("#schedule [name=days][checked]").Select(box => box.GetAttribute("value")));
    }

    [TestMethod]
    public async Task Change_WhereTheConfigurationHasComeToDecide_SaysSoInTheState()
    {
        await using var site = await OperatorSite.StartAsync();
        var page = await site.LookAsync();
        await using var other = await OperatorSite.StartAsync(options => options.Enabled = true);

        var (code, refused) = await other.SubmitAsync(page, "down", ("message", "Back soon."));

        Assert.AreEqual(HttpStatusCode.Conflict, code);
        Assert.IsEmpty(SamplePage.FormsOf(refused));
        Assert.IsNotNull(refused.QuerySelector("#state #refusal"));
    }
}
