using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DownPage.AspNetCore.Tests.Endpoints.Page;

[TestClass]
public sealed class OperatorPageTests(TestContext test)
{
    [TestMethod]
    public async Task Page_WithoutAnyScript_TakesDownExtendsChangesAndTakesUp()
    {
        await using var site = await OperatorSite.StartAsync();
        var up = await site.LookAsync();
        Assert.AreEqual("Up", Headline(up));

        var (_, down) = await site.SubmitAsync(
            up, "down", ("for", "20m"), ("message", "Back soon.\r\nReally."), ("reason", "move"));
        Assert.AreEqual("Down until 12:20 UTC", Headline(down));
        Assert.AreEqual("Done: the site was taken down.", Notice(down));
        Assert.AreEqual("Back soon.\nReally.", site.Site.Maintenance.Current.Message);
        Assert.AreEqual("anna", site.Site.Maintenance.Current.Actor);

        var (_, longer) = await site.SubmitAsync(down, "extend", ("by", "1h"));
        Assert.AreEqual("Down until 13:20 UTC", Headline(longer));
        Assert.AreEqual("Done: the end was moved.", Notice(longer));

        var (_, changed) = await site.SubmitAsync(longer, "update", ("message", ""), ("mode", "readOnly"));
        Assert.AreEqual("Read-only until 13:20 UTC", Headline(changed));
        Assert.AreEqual("Done: the change holds.", Notice(changed));
        Assert.AreEqual("move", site.Site.Maintenance.Current.Reason);

        var (_, ended) = await site.SubmitAsync(changed, "up", ("reason", "moved"));
        Assert.AreEqual("Up", Headline(ended));
        Assert.AreEqual("Done: the site is up.", Notice(ended));
        Assert.AreSequenceEqual(
            ["Taken up", "Changed", "Extended", "Taken down"],
            ended.QuerySelectorAll("#history tbody th").Select(
                cell => SamplePage.TextOf(cell).Split(" until", StringSplitOptions.None)[0]));
        Assert.AreEqual("on this page", SamplePage.TextOf(ended.QuerySelector("#history td:nth-child(3) .soft")));
    }

    [TestMethod]
    [DataRow("until", "2026-11-22T09:30", "Down until 22 Nov, 09:30 UTC")]
    [DataRow("forever", "", "Down")]
    [DataRow("2h", "", "Down until 14:00 UTC")]
    public async Task Down_ForATime_EndsThen(string period, string until, string headline)
    {
        await using var site = await OperatorSite.StartAsync();

        var (_, page) = await site.SubmitAsync(await site.LookAsync(), "down", ("for", period), ("until", until));

        Assert.AreEqual(headline, Headline(page));
    }

    [TestMethod]
    public async Task Down_WithEverything_HasIt()
    {
        await using var site = await OperatorSite.StartAsync();

        var (_, page) = await site.SubmitAsync(
            await site.LookAsync(),
            "down",
            ("mode", "readOnly"),
            ("scopes", "path:/a\r\npath:/b"),
            ("allowNetworks", "203.0.113.0/24"),
            ("redirectTo", "/status"),
            ("retryAfter", "5m"));

        Assert.AreEqual("Partly read-only until 13:00 UTC", Headline(page));
        var state = site.Site.Maintenance.Current;
        Assert.AreSequenceEqual(["path:/a", "path:/b"], state.Scopes);
        Assert.AreSequenceEqual(["203.0.113.0/24"], state.AllowedNetworks);
        Assert.AreEqual("/status", state.RedirectTo);
        Assert.AreEqual(TimeSpan.FromMinutes(5), state.RetryAfter);
        Assert.AreEqual("path:/a\npath:/b", page.QuerySelector<IHtmlTextAreaElement>("#order-scopes")?.Value);
        Assert.AreEqual("readOnly", page.QuerySelector<IHtmlSelectElement>("#order-mode")?.Value);
    }

    [TestMethod]
    public async Task Update_ThatChangesNothing_PinsNothingOfTheConfiguration()
    {
        await using var site = await OperatorSite.StartAsync(options => options.Message = "Of the configuration.");
        var (_, down) = await site.SubmitAsync(await site.LookAsync(), "down");
        Assert.AreEqual("Of the configuration.", site.Site.Maintenance.Current.Message);

        await site.SubmitAsync(down, "update", ("reason", "move"));

        var file = await File.ReadAllTextAsync(site.Site.DownFile, test.CancellationToken);
        StringAssert.Contains(file, "\"reason\"", StringComparison.Ordinal);
        Assert.DoesNotContain("\"message\"", file);
        Assert.DoesNotContain("\"retryAfter\"", file);
        Assert.DoesNotContain("\"scopes\"", file);
    }

    [TestMethod]
    public async Task Schedule_OfWindows_IsAddedToAndTakenFrom()
    {
        await using var site = await OperatorSite.StartAsync(
            options => options.Windows.Add(
                new MaintenanceWindowOptions { Name = "weekly", Start = "2027-01-01T00:00" }));

        var (_, added) = await site.SubmitAsync(
            await site.LookAsync(),
            "schedule-add",
            ("name", "a/b c?\"ä"),
            ("days", "sunday"),
            ("time", "03:00"),
            ("duration", "30m"),
            ("timeZone", "Europe/Berlin"));
        Assert.AreEqual("Done: the window is in the schedule.", Notice(added));
        Assert.AreSequenceEqual(
            ["weekly", "a/b c?\"ä"], added.QuerySelectorAll("#schedule tbody th").Select(SamplePage.TextOf));

        var (_, removed) = await site.SubmitAsync(added, "schedule-remove a/b c?\"ä");
        Assert.AreEqual("Done: the window is out of the schedule.", Notice(removed));
        Assert.AreSequenceEqual(
            ["weekly"], removed.QuerySelectorAll("#schedule tbody th").Select(SamplePage.TextOf));
    }

    [TestMethod]
    public async Task Up_WhileAWindowIsOpen_EndsIt()
    {
        await using var site = await OperatorSite.StartAsync(
            options => options.Windows.Add(new MaintenanceWindowOptions
            {
                Name = "weekly",
                Start = "2026-11-21T11:00",
                End = "2026-11-21T13:00",
            }));
        var page = await site.LookAsync();
        Assert.AreEqual("Down until 13:00 UTC", Headline(page));

        var (_, ended) = await site.SubmitAsync(page, "up");

        Assert.AreEqual("Up", Headline(ended));
    }

    private static string Headline(IDocument page) => SamplePage.TextOf(page.QuerySelector("h1"));

    private static string Notice(IDocument page) => SamplePage.TextOf(page.QuerySelector("[role=status]"));
}
