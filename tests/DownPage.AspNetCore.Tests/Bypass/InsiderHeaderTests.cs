using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Tests.Bypass;

[TestClass]
public sealed class InsiderHeaderTests(TestContext test)
{
    [TestMethod]
    [DataRow(true, MaintenanceKind.Full, "down")]
    [DataRow(true, MaintenanceKind.ReadOnly, "read-only")]
    [DataRow(false, MaintenanceKind.Full, "down", DisplayName = "an endpoint that is down while the site is up")]
    [DataRow(false, MaintenanceKind.ReadOnly, "down")]
    public async Task Header_OfAnInsidersResponse_SaysWhatHolds(bool isDown, MaintenanceKind mode, string expected)
    {
        await using var site = await RibbonSite.StartAsync(
            context => context.Response.WriteAsJsonAsync(1),
            kestrel: false,
            state: new() { IsDown = isDown, Mode = mode });

        var response = await site.Client.GetAsync("/", test.CancellationToken);

        Assert.AreEqual(expected, response.Headers.GetValues("X-Maintenance-Mode").Single());
        Assert.AreEqual("1", await response.Content.ReadAsStringAsync(test.CancellationToken));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Header_OfAPage_IsThereWithAndWithoutTheRibbon(bool ribbon)
    {
        await using var site = await RibbonSite.StartAsync(RibbonSite.Html(RibbonSite.Page), ribbon: ribbon);

        using var request = RibbonSite.Navigation();
        var response = await site.Client.SendAsync(request, test.CancellationToken);

        Assert.AreEqual("down", response.Headers.GetValues("X-Maintenance-Mode").Single());
        var body = await response.Content.ReadAsStringAsync(test.CancellationToken);
        Assert.AreEqual(ribbon, body.Contains(RibbonSite.Mark, StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Header_OfAnAppThatClearsItsHeaders_IsThere(bool navigation)
    {
        await using var site = await RibbonSite.StartAsync(
            _ => throw new InvalidOperationException("the app's"),
            inside: app => app.UseExceptionHandler(
                error => error.Run(context => context.Response.WriteAsync("sorry"))));

        using var request = navigation ? RibbonSite.Navigation() : new HttpRequestMessage(HttpMethod.Get, "/");
        var response = await site.Client.SendAsync(request, test.CancellationToken);

        Assert.AreEqual(500, (int)response.StatusCode);
        Assert.AreEqual("down", response.Headers.GetValues("X-Maintenance-Mode").Single());
        Assert.AreEqual("sorry", await response.Content.ReadAsStringAsync(test.CancellationToken));
    }
}
