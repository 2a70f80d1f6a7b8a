using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DownPage.AspNetCore.Tests.Endpoints;

/// <summary>A token opens the endpoint, and nothing else.</summary>
[TestClass]
public sealed class OperatorTokenTests
{
    public required TestContext TestContext { get; init; }

    [TestMethod]
    public async Task Token_InAnAppWithoutAuthentication_OpensTheEndpoint()
    {
        await using var site = await OperatorSite.StartWithTokenAsync();

        var down = await site.AskAsync("PUT", change: Bearer(OperatorSite.Token));

        Assert.AreEqual(HttpStatusCode.OK, down.Status);
        Assert.AreEqual("anna", down.Member("actor"));
        Assert.AreEqual("down", (await site.AskAsync("GET", "/history", change: Bearer(OperatorSite.Token)))
            .Json.GetProperty("entries")[0].GetProperty("action").GetString());
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("")]
    [DataRow("Bearer")]
    [DataRow("Bearer ")]
    [DataRow("Bearer wrong")]
    [DataRow("Basic " + OperatorSite.Token)]
    [DataRow(OperatorSite.Token)]
    [DataRow("Bearer a token of Anna's that nobody guesses")]
    [DataRow("Bearer a token of anna's that nobody guesses, Bearer x")]
    public async Task Token_ThatIsNone_IsRefused(string? authorization)
    {
        await using var site = await OperatorSite.StartWithTokenAsync();

        foreach (var (method, path) in new[] { ("GET", ""), ("PUT", ""), ("GET", "/preview"), ("GET", "/x") })
        {
            var refused = await site.AskAsync(method, path, change: Sending(authorization));
            Assert.AreEqual((HttpStatusCode.Unauthorized, "DP0617"), (refused.Status, refused.Code));
            Assert.StartsWith("Bearer realm=", refused.Headers["WWW-Authenticate"]);
        }

        Assert.IsFalse(site.Maintenance.Current.IsDown);
    }

    [TestMethod]
    public async Task Token_WhereTheOptionsHaveNone_OpensNothing()
    {
        await using var site = await MaintainedSite.StartAsync(
            pipeline: app => app.MapMaintenanceMode().RequireOperatorToken());

        var refused = await site.AskAsync("GET", change: Bearer(""));

        Assert.AreEqual(HttpStatusCode.Unauthorized, refused.Status);
    }

    [TestMethod]
    public async Task Token_OnlySchemeThatTheAppCouldHave_IsNoUserElsewhere()
    {
        await using var site = await OperatorSite.StartWithTokenAsync(
            services: builder =>
            {
                builder.Services.AddAuthentication();
                builder.Services.AddAuthorization();
            },
            pipeline: app =>
            {
                app.MapMaintenanceMode().RequireOperatorToken();
                app.MapGet("/who", context => context.Response.WriteAsync(context.User.Identity?.Name ?? "nobody"));
            });

        using var request = new HttpRequestMessage(HttpMethod.Get, "/who");
        Bearer(OperatorSite.Token)(request);
        using var who = await site.Client.SendAsync(request, TestContext.CancellationToken);

        Assert.AreEqual("nobody", await who.Content.ReadAsStringAsync(TestContext.CancellationToken));
        var schemes = site.Services.GetRequiredService<IAuthenticationSchemeProvider>();
        Assert.IsEmpty(await schemes.GetAllSchemesAsync());
        Assert.IsNull(await schemes.GetDefaultAuthenticateSchemeAsync());
    }

    [TestMethod]
    public async Task Token_BesideTheAppsOnlyScheme_LeavesItTheDefault()
    {
        await using var site = await OperatorSite.StartWithTokenAsync(
            services: builder => builder.Services.AddAuthentication().AddCookie());

        var scheme = await site.Services.GetRequiredService<IAuthenticationSchemeProvider>()
            .GetDefaultAuthenticateSchemeAsync();

        Assert.AreEqual("Cookies", scheme?.Name);
    }

    [TestMethod]
    public async Task Token_InAnAppWithAFallbackPolicy_OpensTheEndpointAndOnlyThat()
    {
        await using var site = await OperatorSite.StartWithTokenAsync(
            services: builder =>
            {
                OperatorSite.AddUsers(builder.Services);
                builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(
                    new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
            },
            pipeline: app =>
            {
                app.MapMaintenanceMode().RequireOperatorToken();
                app.MapGet("/shop", () => "shop");
            });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/shop");
        Bearer(OperatorSite.Token)(request);

        var status = await site.AskAsync("GET", change: Bearer(OperatorSite.Token));
        using var shop = await site.Client.SendAsync(request, TestContext.CancellationToken);

        Assert.AreEqual(HttpStatusCode.OK, status.Status);
        Assert.AreEqual(HttpStatusCode.Unauthorized, shop.StatusCode);
    }

    [TestMethod]
    public async Task Token_WithAPolicyBesideIt_IsNotEnough()
    {
        await using var site = await OperatorSite.StartWithTokenAsync(
            services: builder => OperatorSite.AddUsers(builder.Services),
            pipeline: app => app.MapMaintenanceMode().RequireAuthorization().RequireOperatorToken());

        var byToken = await site.AskAsync("GET", change: Bearer(OperatorSite.Token));
        var byUser = await site.AskAsync("GET");

        Assert.AreEqual(HttpStatusCode.Unauthorized, byToken.Status);
        Assert.AreEqual((HttpStatusCode.Unauthorized, "DP0617"), (byUser.Status, byUser.Code));
    }

    [TestMethod]
    public async Task Token_WrongTenTimes_IsNotLookedAtForAMinute()
    {
        await using var site = await OperatorSite.StartWithTokenAsync();
        for (var i = 0; i < 10; i++)
        {
            var wrong = await site.AskAsync("GET", change: Bearer($"wrong {i}"));
            Assert.AreEqual(HttpStatusCode.Unauthorized, wrong.Status);
        }

        var another = await site.AskAsync("GET", change: Bearer("wrong"));
        var right = await site.AskAsync("GET", change: Bearer(OperatorSite.Token));
        site.Clock.Advance(TimeSpan.FromSeconds(60));
        var later = await site.AskAsync("GET", change: Bearer(OperatorSite.Token));

        Assert.AreEqual((HttpStatusCode.TooManyRequests, "DP0618"), (another.Status, another.Code));
        Assert.AreEqual((HttpStatusCode.TooManyRequests, "60"), (right.Status, right.Headers["Retry-After"]));
        Assert.AreEqual(HttpStatusCode.OK, later.Status);
        Assert.HasCount(1, site.Log.Of("TooManyWrongTokens"));
    }

    [TestMethod]
    public async Task Token_RightAThousandTimes_IsAlwaysTaken()
    {
        await using var site = await OperatorSite.StartWithTokenAsync();

        for (var i = 0; i < 100; i++)
        {
            Assert.AreEqual(HttpStatusCode.OK, (await site.AskAsync("GET", change: Bearer(OperatorSite.Token))).Status);
        }
    }

    [TestMethod]
    public async Task Token_OfTheConfiguration_IsTakenAndGivenUpWithIt()
    {
        var source = new Dictionary<string, string?>
        {
            ["MaintenanceMode:Endpoint:TokenHashes:ci"] = OperatorSite.HashOf("of the pipeline").ToLowerInvariant(),
            ["MaintenanceMode:Endpoint:ChangesPerMinute"] = "1",
        };
        await using var site = await MaintainedSite.StartAsync(
            services: builder => builder.Configuration.AddInMemoryCollection(source),
            pipeline: app => app.MapMaintenanceMode().RequireOperatorToken());

        var down = await site.AskAsync("PUT", change: Bearer("of the pipeline"));
        var again = await site.AskAsync("DELETE", change: Bearer("of the pipeline"));

        Assert.AreEqual("ci", down.Member("actor"));
        Assert.AreEqual((HttpStatusCode.TooManyRequests, "DP0615"), (again.Status, again.Code));
        Assert.AreEqual("60", again.Headers["Retry-After"]);
    }

    [TestMethod]
    [DataRow("anna", "hunter2", "TokenHashes:anna is no SHA-256")]
    [DataRow(" ", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "TokenHashes has a name")]
    [DataRow("a\nb", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "TokenHashes has a name")]
    [DataRow("b", "X", "TokenHashes:b is no SHA-256")]
    public async Task Options_WithAHashThatCannotBe_AreRefused(string name, string hash, string expected)
    {
        var refused = await Assert.ThrowsExactlyAsync<OptionsValidationException>(() => MaintainedSite.StartAsync(
            options => options.Endpoint.TokenHashes.Add(name, hash)));

        Assert.Contains(expected, refused.Message);
        Assert.DoesNotContain("hunter2", refused.Message);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(10_001)]
    public async Task Options_WithAnotherNumberOfChanges_AreRefused(int changes)
    {
        var refused = await Assert.ThrowsExactlyAsync<OptionsValidationException>(() => MaintainedSite.StartAsync(
            options => options.Endpoint.ChangesPerMinute = changes));

        Assert.Contains($"ChangesPerMinute is '{changes}'", refused.Message);
    }

    [TestMethod]
    public async Task Options_WithOneTokenOfTwoOperators_AreRefused()
    {
        var refused = await Assert.ThrowsExactlyAsync<OptionsValidationException>(() => MaintainedSite.StartAsync(options =>
        {
            options.Endpoint.TokenHashes.Add("anna", OperatorSite.HashOf("x"));
            options.Endpoint.TokenHashes.Add("ben", OperatorSite.HashOf("x").ToLowerInvariant());
        }));

        Assert.Contains("TokenHashes:ben is another operator's, too", refused.Message);
    }

    private static Action<HttpRequestMessage> Bearer(string token) => Sending("Bearer " + token);

    private static Action<HttpRequestMessage> Sending(string? authorization) => request =>
    {
        request.Headers.Authorization = null;
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }
    };
}
