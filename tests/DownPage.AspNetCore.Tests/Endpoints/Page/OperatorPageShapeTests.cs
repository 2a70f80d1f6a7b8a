using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Tests.Endpoints.Page;

[TestClass]
public sealed class OperatorPageShapeTests(TestContext test)
{
    [TestMethod]
    public async Task Page_OfAnAppWithAntiforgery_SendsItsField()
    {
        await using var site = await OperatorSite.StartAsync(antiforgery: true);
        var page = await site.LookAsync();

        var (_, down) = await site.SubmitAsync(page, "down");

        Assert.AreEqual("Down until 13:00 UTC", Headline(down));
    }

    [TestMethod]
    public async Task Page_OfAPathBase_StaysWithinIt()
    {
        await using var site = await OperatorSite.StartAsync();
        var page = await site.LookAsync(OperatorSite.Path + "/?done=up");

        Assert.AreSequenceEqual(
            [OperatorSite.Path], page.QuerySelectorAll("form").Select(form => form.GetAttribute("action")).Distinct());
        Assert.AreEqual(OperatorSite.Path + "/preview", page.QuerySelector("iframe")?.GetAttribute("src"));
        Assert.AreEqual("Done: the site is up.", Notice(page));
    }

    [TestMethod]
    [DataRow("GET")]
    [DataRow("HEAD")]
    public async Task Page_OfEveryKind_IsKeptNowhereAndLoadsNothing(string method)
    {
        await using var site = await OperatorSite.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), OperatorSite.Path);
        request.Headers.Add("Accept", "text/html");

        var answer = await site.Site.Client.SendAsync(request, test.CancellationToken);

        Assert.AreEqual("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.AreEqual("no-store", answer.Headers.CacheControl?.ToString());
        Assert.AreEqual("noindex", Header(answer, "X-Robots-Tag"));
        Assert.AreEqual("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.AreEqual("same-origin", Header(answer, "Referrer-Policy"));
        Assert.AreEqual("DENY", Header(answer, "X-Frame-Options"));
        var page = await site.LookAsync();
        var style = page.QuerySelectorAll("style").Single().TextContent;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.AreEqual(
            $"default-src 'none'; style-src 'sha256-{hash}'; form-action 'self'; frame-src 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'",
            Header(answer, "Content-Security-Policy"));
        Assert.IsEmpty(page.QuerySelectorAll("script, link, img, base, [http-equiv], [style], [onclick]"));
        Assert.AreEqual("", page.QuerySelector("iframe")?.GetAttribute("sandbox"));
        var body = await answer.Content.ReadAsByteArrayAsync(test.CancellationToken);
        Assert.AreEqual(method == "HEAD", body.Length == 0);
    }

    [TestMethod]
    public async Task Page_OfSomebodyWithoutAName_AsksForOne()
    {
        await using var site = await OperatorSite.StartAsync();
        var named = await site.LookAsync();
        Assert.IsEmpty(named.QuerySelectorAll("[name=actor]"));

        var (_, down) = await site.SubmitAsync(
            await site.LookAsync(user: ""), "down", ("actor", "ben"));

        // The one who sent it is known by name, and says to act for another.
        Assert.AreEqual("anna (ben)", site.Site.Maintenance.Current.Actor);
        Assert.AreEqual("Down until 13:00 UTC", Headline(down));
    }

    [TestMethod]
    public async Task Services_OfAnApp_HaveThePage()
    {
        await using var site = await OperatorSite.StartAsync();

        Assert.IsInstanceOfType<AspNetCore.Endpoints.Page.OperatorPage>(
            site.Site.Services.GetRequiredService<AspNetCore.Endpoints.IOperatorPage>());
    }

    private static string Headline(IDocument page) => SamplePage.TextOf(page.QuerySelector("h1"));

    private static string Notice(IDocument page) => SamplePage.TextOf(page.QuerySelector("[role=status]"));

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.GetValues(name).Single();
}
