using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Tests.Passing;

[TestClass]
public sealed class ControllerTests
{
    [TestMethod]
    [DataRow("/rebuilding/shut", false, "Refuse")]
    [DataRow("/rebuilding/open", false, "Pass")]
    [DataRow("/open/shut", false, "Refuse")]
    [DataRow("/open/open", false, "Pass")]
    [DataRow("/panel/users", false, "Pass")]
    [DataRow("/rebuilding/open", true, "Pass")]
    [DataRow("/open/open", true, "Pass")]
    [DataRow("/open/shut", true, "Refuse")]
    [DataRow("/panel/users", true, "Refuse")]
    public async Task Marks_OfActionAndController_ThoseOfTheActionWin(string path, bool down, string verdict)
    {
        await using var site = await StartAsync(down ? Asked.Down : MaintenanceState.Up);

        Assert.AreEqual(verdict, await site.AskAsync(path));
    }

    [TestMethod]
    [DataRow("area:admin", "/panel/users", "Refuse")]
    [DataRow("area:admin", "/elsewhere", "Pass")]
    [DataRow("area:admi", "/panel/users", "Pass")]
    public async Task Area_AsScope_IsDown(string scope, string path, string verdict)
    {
        await using var site = await StartAsync(Asked.Down with { Scopes = [scope] });

        Assert.AreEqual(verdict, await site.AskAsync(path));
    }

    [TestMethod]
    public async Task Route_OfAction_PassesByItsName()
    {
        await using var site = await StartAsync(Asked.Down, options => options.Allow.Routes.Add("Users"));

        Assert.AreEqual("Pass", await site.AskAsync("/panel/users"));
        Assert.AreEqual("Refuse", await site.AskAsync("/panel/other"));
    }

    [TestMethod]
    public async Task Extensions_OfEndpoints_AreTheAttributes()
    {
        await using var site = await GateSite.StartAsync(
            state: Asked.Down with { Scopes = ["group:reports"] },
            map: app =>
            {
                app.MapGet("/reports", () => "").MaintenanceGroup("reports");
                app.MapGet("/reports/open", () => "").MaintenanceGroup("reports").AllowDuringMaintenance();
                app.MapGet("/billing", () => "").UnderMaintenance();
                app.MapGroup("/all").UnderMaintenance().MapGet("/open", () => "").AllowDuringMaintenance();
            });

        Assert.AreEqual("Refuse", await site.AskAsync("/reports"));
        Assert.AreEqual("Pass", await site.AskAsync("/reports/open"));
        Assert.AreEqual("Refuse", await site.AskAsync("/billing"));
        Assert.AreEqual("Pass", await site.AskAsync("/all/open"));
        Assert.AreEqual("Pass", await site.AskAsync("/elsewhere"));
    }

    private static Task<GateSite> StartAsync(MaintenanceState state, Action<MaintenanceModeOptions>? set = null)
        => GateSite.StartAsync(
            set,
            state,
            services => services.AddControllers().AddApplicationPart(typeof(PanelController).Assembly),
            map: app => app.MapControllers());
}
