using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Tests.Setup;

/// <summary>Attributes of controllers, actions and components are those of their endpoints.</summary>
[TestClass]
public sealed class FrameworksTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow("/attributed/open", HttpStatusCode.OK)]
    [DataRow("/attributed/shut", HttpStatusCode.ServiceUnavailable)]
    public async Task Mvc_AttributeOfAnAction_Holds(string path, HttpStatusCode expected)
    {
        await using var site = await StartMvcAsync(options => options.Enabled = true);

        Assert.AreEqual(expected, await Ask(site, path));
    }

    [TestMethod]
    [DataRow("/office/desk", HttpStatusCode.ServiceUnavailable, DisplayName = "in the area")]
    [DataRow("/attributed/shut", HttpStatusCode.OK, DisplayName = "elsewhere")]
    public async Task Mvc_AreaThatIsDown_IsDownAlone(string path, HttpStatusCode expected)
    {
        await using var site = await StartMvcAsync(options =>
        {
            options.Enabled = true;
            options.Scopes.Add("area:Office");
        });

        Assert.AreEqual(expected, await Ask(site, path));
    }

    [TestMethod]
    public async Task Mvc_GroupThatIsDown_IsDownAlone()
    {
        await using var site = await StartMvcAsync(options =>
        {
            options.Enabled = true;
            options.Scopes.Add("group:Counting");
        });

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await Ask(site, "/attributed/counted"));
        Assert.AreEqual(HttpStatusCode.OK, await Ask(site, "/attributed/shut"));
    }

    [TestMethod]
    public async Task Blazor_AttributeOfAComponent_Holds()
    {
        await using var site = await MaintainedSite.StartAsync(
            options => options.Enabled = true,
            services: builder => builder.Services.AddRazorComponents(),
            pipeline: app =>
            {
                app.UseAntiforgery();
                app.MapRazorComponents<OpenPage>();
            });

        Assert.AreEqual(HttpStatusCode.OK, await Ask(site, "/component/open"));
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, await Ask(site, "/component/shut"));
    }

    private static Task<MaintainedSite> StartMvcAsync(Action<MaintenanceModeOptions> options)
        => MaintainedSite.StartAsync(
            options,
            services: builder => builder.Services.AddControllers().AddApplicationPart(typeof(AttributedController).Assembly),
            pipeline: app => app.MapControllers());

    private async Task<HttpStatusCode> Ask(MaintainedSite site, string path)
    {
        using var response = await site.Client.GetAsync(path, TestContext.CancellationToken);
        return response.StatusCode;
    }
}
