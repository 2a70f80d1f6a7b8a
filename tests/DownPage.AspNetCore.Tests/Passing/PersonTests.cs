using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Tests.Passing;

[TestClass]
public sealed class PersonTests
{
    private static readonly (string, string) Anna = ("Authorization", "Token anna,Admin");
    private static readonly (string, string) Ben = ("Authorization", "Token ben");
    private static readonly (string, string) Broken = ("Authorization", "Token broken");

    [TestMethod]
    [DataRow("Users", "anna", "Person")]
    [DataRow("Users", "ANNA", "Person")]
    [DataRow("Users", "ann", "Refuse")]
    [DataRow("Roles", "Admin", "Person")]
    [DataRow("Roles", "Adm", "Refuse")]
    [DataRow("Policies", "admins", "Person")]
    [DataRow("Policies", "bens", "Refuse")]
    public async Task User_ByRule_Passes(string list, string rule, string verdict)
    {
        await using var site = await StartAsync(options => (list switch
        {
            "Users" => options.Allow.Users,
            "Roles" => options.Allow.Roles,
            _ => options.Allow.Policies,
        }).Add(rule));

        Assert.AreEqual(verdict, await site.AskAsync("/", headers: [Anna]));
        Assert.AreEqual("Refuse", await site.AskAsync("/"));
    }

    [TestMethod]
    [DataRow(true, false, "Person", "Refuse")]
    [DataRow(false, true, "Refuse", "Person")]
    public async Task SignedInOrNot_ByRule_Passes(bool authenticated, bool anonymous, string ofUser, string ofNobody)
    {
        await using var site = await StartAsync(options =>
        {
            options.Allow.Authenticated = authenticated;
            options.Allow.Anonymous = anonymous;
        });

        Assert.AreEqual(ofUser, await site.AskAsync("/", headers: [Ben]));
        Assert.AreEqual(ofNobody, await site.AskAsync("/"));
        Assert.AreEqual(ofNobody, await site.AskAsync("/", headers: [("Authorization", "Token expired")]));
        Assert.AreEqual(ofNobody, await site.AskAsync("/", headers: [Broken]));
    }

    [TestMethod]
    public async Task User_AfterUseAuthentication_IsTheOneWhoWasFound()
    {
        await using var site = await GateSite.StartAsync(
            options => options.Allow.Users.Add("anna"), services: AddTokens, before: app => app.UseAuthentication());

        Assert.AreEqual("Person", await site.AskAsync("/", headers: [Anna]));
        Assert.AreEqual("Refuse", await site.AskAsync("/", headers: [Ben]));
    }

    [TestMethod]
    public async Task User_WithANameThatNobodyProved_IsNotTheOneOfThatName()
    {
        await using var site = await GateSite.StartAsync(
            options => options.Allow.Users.Add("anna"),
            before: app => app.Use((context, next) =>
            {
                var query = context.Request.Query;
                context.User = new ClaimsPrincipal(
                    [Identity(query["claimed"].ToString(), null), Identity(query["proved"].ToString(), "own")]);
                return next(context);
            }));

        Assert.AreEqual("Refuse", await site.AskAsync("/?claimed=anna&proved=ben"));
        Assert.AreEqual("Person", await site.AskAsync("/?claimed=ben&proved=anna"));
    }

    [TestMethod]
    public async Task User_OfAnotherScheme_PassesIfItIsNamed()
    {
        (string, string) bearer = ("Authorization", "Bearer anna");
        await using var without = await StartAsync(options => options.Allow.Users.Add("anna"));
        await using var with = await StartAsync(options =>
        {
            options.Allow.Users.Add("anna");
            options.Allow.AuthenticationSchemes.Add("Unknown");
            options.Allow.AuthenticationSchemes.Add("Bearer");
        });

        Assert.AreEqual("Refuse", await without.AskAsync("/", headers: [bearer]));
        Assert.AreEqual("Person", await with.AskAsync("/", headers: [bearer]));
        Assert.AreEqual("Refuse", await with.AskAsync("/", headers: [Anna]));
        Assert.Contains("Unknown", Assert.ContainsSingle(with.Log.Of("AuthenticationFailed")));
    }

    [TestMethod]
    public async Task Policy_WithSchemesOfItsOwn_AsksThem()
    {
        await using var site = await StartAsync(options => options.Allow.Policies.Add("bearers"));

        Assert.AreEqual("Person", await site.AskAsync("/", headers: [("Authorization", "Bearer anna")]));
        Assert.AreEqual("Refuse", await site.AskAsync("/"));
    }

    [TestMethod]
    [DataRow("missing")]
    [DataRow("throwing")]
    public async Task Policy_ThatFails_LetsNobodyPassAndIsLoggedOnce(string policy)
    {
        await using var site = await StartAsync(options => options.Allow.Policies.Add(policy));

        Assert.AreEqual("Refuse", await site.AskAsync("/", headers: [Anna]));
        Assert.AreEqual("Refuse", await site.AskAsync("/", headers: [Anna]));
        Assert.Contains(policy, Assert.ContainsSingle(site.Log.Of("PolicyFailed")));
    }

    [TestMethod]
    public async Task Policy_ThatFails_LeavesTheNext()
    {
        await using var site = await StartAsync(options =>
        {
            options.Allow.Policies.Add("throwing");
            options.Allow.Policies.Add("admins");
        });

        Assert.AreEqual("Person", await site.AskAsync("/", headers: [Anna]));
    }

    [TestMethod]
    public async Task Authentication_ThatThrows_IsNobodyAndLoggedOnce()
    {
        await using var site = await StartAsync(options => options.Allow.Authenticated = true);

        Assert.AreEqual("Refuse", await site.AskAsync("/", headers: [Broken]));
        Assert.AreEqual("Refuse", await site.AskAsync("/", headers: [Broken]));
        Assert.ContainsSingle(site.Log.Of("AuthenticationFailed"));
    }

    [TestMethod]
    public async Task Users_OfAnAppWithoutAuthentication_AreNobody()
    {
        await using var site = await GateSite.StartAsync(options =>
        {
            options.Allow.Users.Add("anna");
            options.Allow.Policies.Add("admins");
        });

        Assert.AreEqual("Refuse", await site.AskAsync("/", headers: [Anna]));
    }

    [TestMethod]
    public async Task Predicate_OfTheApp_DecidesAndSeesTheUser()
    {
        await using var site = await StartAsync(options => options.Allow.Predicate = async context =>
        {
            await Task.Yield();
            return context.User.Identity?.Name == "anna" || context.Request.Query.ContainsKey("let");
        });

        Assert.AreEqual("Person", await site.AskAsync("/", headers: [Anna]));
        Assert.AreEqual("Refuse", await site.AskAsync("/", headers: [Ben]));
        Assert.AreEqual("Person", await site.AskAsync("/?let"));
    }

    [TestMethod]
    public async Task Predicate_Asked_LeavesTheUserAsItWas()
    {
        await using var site = await StartAsync(options => options.Allow.Predicate = _ => ValueTask.FromResult(true));
        using var response = await site.SendAsync("/", headers: [Anna]);

        Assert.AreEqual("nobody", response.Headers.GetValues("X-User").Single());
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Predicate_ThatThrows_LetsNobodyPassAndIsLogged(bool atOnce)
    {
        await using var site = await StartAsync(options => options.Allow.Predicate = atOnce
            ? _ => throw new InvalidOperationException("x")
            : _ => ValueTask.FromException<bool>(new OperationCanceledException("of something else")));

        Assert.AreEqual("Refuse", await site.AskAsync("/", headers: [Anna]));
        Assert.AreEqual("Refuse", await site.AskAsync("/"));
        Assert.ContainsSingle(site.Log.Of("PredicateFailed"));
    }

    [TestMethod]
    public async Task Predicate_OfARequestThatIsGone_IsNoFailure()
    {
        using var log = new RecordingLogger();
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        var context = Asked.Request();
        context.RequestAborted = gone.Token;
        var gate = Asked.Gate(options => options.Allow.Predicate = async asked =>
        {
            await Task.Delay(Timeout.Infinite, asked.RequestAborted);
            return true;
        });

        await Assert.ThrowsAsync<OperationCanceledException>(async () => await gate.AllowsPersonAsync(context));
    }

    [TestMethod]
    public async Task Predicate_OfARequestThatPassesOtherwise_IsNotAsked()
    {
        await using var site = await StartAsync(options =>
        {
            options.Allow.Paths.Add("/open");
            options.Allow.Networks.Add("10.0.0.0/8");
            options.Allow.Users.Add("anna");
            options.Allow.Predicate = context => context.Request.Path == "/asked"
                ? ValueTask.FromResult(true)
                : throw new InvalidOperationException();
        });

        Assert.AreEqual("Pass", await site.AskAsync("/open"));
        Assert.AreEqual("PassInsider", await site.AskAsync("/x", headers: [(GateSite.Connection, "10.0.0.1")]));
        Assert.AreEqual("Person", await site.AskAsync("/x", headers: [Anna]));
        Assert.AreEqual("Person", await site.AskAsync("/asked"));
        Assert.IsEmpty(site.Log.Of("PredicateFailed"));
    }

    [TestMethod]
    public async Task Preflight_ForAUser_IsNotAskedWhoItIs()
    {
        await using var site = await StartAsync(
            options => options.Allow.Predicate = _ => throw new InvalidOperationException());
        (string, string) origin = ("Origin", "https://app.example");

        Assert.AreEqual(
            "Refuse", await site.AskAsync("/", "OPTIONS", origin, ("Access-Control-Request-Method", "POST")));
        Assert.IsEmpty(site.Log.Of("PredicateFailed"));
        Assert.AreEqual("Refuse", await site.AskAsync("/", "OPTIONS", origin));
        Assert.ContainsSingle(site.Log.Of("PredicateFailed"));
    }

    private static ClaimsIdentity Identity(string name, string? provedBy) => new([new Claim(ClaimTypes.Name, name)], provedBy);

    private static Task<GateSite> StartAsync(Action<MaintenanceModeOptions> set)
        => GateSite.StartAsync(set, services: AddTokens);

    private static void AddTokens(IServiceCollection services)
    {
        services.AddAuthentication("Token")
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>("Token", null)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>("Bearer", null);
        services.AddAuthorizationBuilder()
            .AddPolicy("admins", policy => policy.RequireRole("Admin"))
            .AddPolicy("bens", policy => policy.RequireUserName("ben"))
            .AddPolicy("bearers", policy => policy.AddAuthenticationSchemes("Bearer").RequireAuthenticatedUser())
            .AddPolicy("throwing", policy => policy.RequireAssertion(AuthorizationThrows));
    }

    private static bool AuthorizationThrows(AuthorizationHandlerContext context)
        => throw new InvalidOperationException("x");
}
