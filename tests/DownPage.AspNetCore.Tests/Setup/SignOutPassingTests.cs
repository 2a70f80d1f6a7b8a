using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Tests.Setup;

/// <summary>The sign-in of a user who passes, but not as a user, ends where that is wanted.</summary>
[TestClass]
public sealed class SignOutPassingTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow(MaintenanceSignOut.AllButAllowedUsers, true)]
    [DataRow(MaintenanceSignOut.Refused, false)]
    [DataRow(MaintenanceSignOut.Nobody, false)]
    public async Task SignOut_OfAUserWhoPassesByPath_IsAsWanted(MaintenanceSignOut signOut, bool expected)
    {
        await using var site = await StartAsync(signOut);
        var cookie = await SignInAsync(site, "guest");

        using var response = await AskAsync(site, "/news", cookie);

        Assert.AreEqual(HttpStatusCode.OK, response.StatusCode);
        Assert.AreEqual(expected, response.Headers.Contains("Set-Cookie"));
    }

    [TestMethod]
    public async Task SignOut_OfAUserWhoPassesAsSuch_DoesNotHappen()
    {
        await using var site = await StartAsync(MaintenanceSignOut.AllButAllowedUsers);
        var cookie = await SignInAsync(site, "anna");

        using var news = await AskAsync(site, "/news", cookie);
        using var shop = await AskAsync(site, "/shop", cookie);

        Assert.AreEqual(HttpStatusCode.OK, shop.StatusCode);
        Assert.IsFalse(news.Headers.Contains("Set-Cookie"));
        Assert.IsFalse(shop.Headers.Contains("Set-Cookie"));
    }

    private static Task<MaintainedSite> StartAsync(MaintenanceSignOut signOut)
        => MaintainedSite.StartAsync(
            options =>
            {
                options.Enabled = true;
                options.SignOut = signOut;
                options.Allow.Paths.Add("/news");
                options.Allow.Prefixes.Add("/login");
                options.Allow.Users.Add("anna");
            },
            services: builder => builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(),
            pipeline: app =>
            {
                app.MapGet("/login/{name}", (HttpContext context, string name) => context.SignInAsync(
                    new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], "test"))));
                app.MapGet("/news", () => "news");
                app.MapGet("/shop", () => "shop");
            });

    private async Task<string> SignInAsync(MaintainedSite site, string name)
    {
        using var response = await site.Client.GetAsync("/login/" + name, TestContext.CancellationToken);
        return Assert.ContainsSingle(response.Headers.GetValues("Set-Cookie")).Split(';')[0];
    }

    private Task<HttpResponseMessage> AskAsync(MaintainedSite site, string path, string cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", cookie);
        return site.Client.SendAsync(request, TestContext.CancellationToken);
    }
}
