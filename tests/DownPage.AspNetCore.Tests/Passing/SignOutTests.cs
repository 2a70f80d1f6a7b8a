using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace DownPage.AspNetCore.Tests.Passing;

[TestClass]
public sealed class SignOutTests
{
    [TestMethod]
    [DataRow(MaintenanceSignOut.Nobody, "ben", "/", false)]
    [DataRow(MaintenanceSignOut.Refused, "ben", "/", true)]
    [DataRow(MaintenanceSignOut.Refused, "anna", "/", false, DisplayName = "who passes stays")]
    [DataRow(MaintenanceSignOut.Refused, "ben", "/open", false, DisplayName = "what passes was not refused")]
    [DataRow(MaintenanceSignOut.AllButAllowedUsers, "ben", "/", true)]
    [DataRow(MaintenanceSignOut.AllButAllowedUsers, "ben", "/open", true, DisplayName = "also where the path passes")]
    [DataRow(MaintenanceSignOut.AllButAllowedUsers, "anna", "/", false)]
    [DataRow(MaintenanceSignOut.AllButAllowedUsers, "anna", "/open", false, DisplayName = "who passes stays everywhere")]
    public async Task User_AskingForSomething_IsSignedOutAsConfigured(
        MaintenanceSignOut signOut, string user, string path, bool signedOut)
    {
        await using var site = await StartAsync(options =>
        {
            options.SignOut = signOut;
            options.Allow.Users.Add("anna");
        });
        var cookie = await SignInAsync(site, user);

        using var response = await site.SendAsync(path, headers: [("Cookie", cookie)]);

        Assert.AreEqual(signedOut, EndsCookie(response));
        var verdict = path == "/open" ? "Pass" : user == "anna" ? "Person" : "Refuse";
        Assert.AreEqual(verdict, response.Headers.GetValues("X-Verdict").Single());
        Assert.IsNull(response.Headers.Location);
    }

    [TestMethod]
    public async Task User_OfANetworkThatPasses_StaysSignedIn()
    {
        await using var site = await StartAsync(options =>
        {
            options.SignOut = MaintenanceSignOut.Refused;
            options.Allow.Networks.Add("10.0.0.0/8");
        });
        var cookie = await SignInAsync(site, "ben");

        using var response = await site.SendAsync(
            "/", headers: [("Cookie", cookie), (GateSite.Connection, "10.0.0.1")]);

        Assert.IsFalse(EndsCookie(response));
        Assert.AreEqual("PassInsider", response.Headers.GetValues("X-Verdict").Single());
    }

    [TestMethod]
    [DataRow(MaintenanceSignOut.Refused)]
    [DataRow(MaintenanceSignOut.AllButAllowedUsers)]
    public async Task User_OfASiteThatIsUp_StaysSignedIn(MaintenanceSignOut signOut)
    {
        await using var site = await StartAsync(options => options.SignOut = signOut, MaintenanceState.Up);
        var cookie = await SignInAsync(site, "ben");

        using var open = await site.SendAsync("/", headers: [("Cookie", cookie)]);
        using var under = await site.SendAsync("/rebuilt", headers: [("Cookie", cookie)]);

        Assert.IsFalse(EndsCookie(open));
        Assert.IsFalse(EndsCookie(under));
        Assert.AreEqual("Refuse", under.Headers.GetValues("X-Verdict").Single());
    }

    [TestMethod]
    public async Task Nobody_Refused_GetsNoCookie()
    {
        await using var site = await StartAsync(options => options.SignOut = MaintenanceSignOut.Refused);

        using var response = await site.SendAsync("/");

        Assert.IsFalse(response.Headers.Contains(HeaderNames.SetCookie));
    }

    [TestMethod]
    public async Task SignOut_AtTheLogoutPath_DoesNotRedirect()
    {
        await using var site = await StartAsync(options => options.SignOut = MaintenanceSignOut.Refused);
        var cookie = await SignInAsync(site, "ben");

        using var response = await site.SendAsync("/Account/Logout?ReturnUrl=/x", headers: [("Cookie", cookie)]);

        Assert.IsTrue(EndsCookie(response));
        Assert.AreEqual(503, (int)response.StatusCode);
        Assert.IsNull(response.Headers.Location);
    }

    [TestMethod]
    public async Task SignOut_OfASchemeThatCannot_IsLoggedOnceAndRefuses()
    {
        await using var site = await GateSite.StartAsync(
            options => options.SignOut = MaintenanceSignOut.Refused,
            services: services => services
                .AddAuthentication("Token")
                .AddScheme<AuthenticationSchemeOptions, TokenHandler>("Token", null));
        (string, string) ben = ("Authorization", "Token ben");

        Assert.AreEqual("Refuse", await site.AskAsync("/", headers: [ben]));
        Assert.AreEqual("Refuse", await site.AskAsync("/", headers: [ben]));
        Assert.Contains("Token", Assert.ContainsSingle(site.Log.Of("SignOutFailed")));
    }

    [TestMethod]
    public async Task SignOut_WithoutAnyScheme_IsLoggedOnceAndRefuses()
    {
        await using var site = await GateSite.StartAsync(
            options => options.SignOut = MaintenanceSignOut.Refused,
            before: app => app.Use((context, next) =>
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "ben")], "own"));
                return next(context);
            }));

        Assert.AreEqual("Refuse", await site.AskAsync("/"));
        Assert.AreEqual("Refuse", await site.AskAsync("/"));
        Assert.ContainsSingle(site.Log.Of("SignOutUnavailable"));
    }

    private static Task<GateSite> StartAsync(Action<MaintenanceModeOptions> set, MaintenanceState? state = null)
        => GateSite.StartAsync(
            options =>
            {
                set(options);
                options.Allow.Paths.Add("/open");
                options.Allow.Prefixes.Add("/login");
            },
            state,
            services => services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(),
            map: app =>
            {
                app.MapGet("/login/{name}", (string name, HttpContext context) => context.SignInAsync(
                    new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], "cookie"))));
                app.MapGet("/rebuilt", () => "app").UnderMaintenance();
            });

    private static async Task<string> SignInAsync(GateSite site, string user)
    {
        using var response = await site.SendAsync($"/login/{user}");
        return response.Headers.GetValues(HeaderNames.SetCookie).Single().Split(';')[0];
    }

    private static bool EndsCookie(HttpResponseMessage response)
        => response.Headers.TryGetValues(HeaderNames.SetCookie, out var cookies)
            && cookies.Any(cookie => cookie.Contains("01 Jan 1970", StringComparison.Ordinal));
}
