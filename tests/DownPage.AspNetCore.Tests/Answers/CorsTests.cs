using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests.Answers;

[TestClass]
public sealed class CorsTests
{
    private const string App = "Origin: https://app.example";

    private static readonly string[] Preflight = [App, "Access-Control-Request-Method: PUT",
        "Access-Control-Request-Headers: x-a, content-type"];

    [TestMethod]
    public async Task Cors_ListedOrigin_MayRead()
    {
        using var host = await StartAsync("HTTPS://App.example:443");

        using var response = await host.GetAsync(App);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.AreEqual("https://app.example", AnswerHost.Header(response, "Access-Control-Allow-Origin"));
        Assert.AreEqual("Retry-After", AnswerHost.Header(response, "Access-Control-Expose-Headers"));
        Assert.AreEqual("Accept, Accept-Encoding, Origin", AnswerHost.Header(response, "Vary"));
        Assert.IsNull(AnswerHost.Header(response, "Access-Control-Allow-Credentials"));
    }

    [TestMethod]
    [DataRow("Origin: https://evil.example")]
    [DataRow("Origin: https://app.example.evil.example")]
    [DataRow("Origin: http://app.example")]
    [DataRow("Origin: https://app.example:8443")]
    [DataRow("Origin: null")]
    [DataRow("X-Nothing: here", DisplayName = "no origin")]
    public async Task Cors_OtherOrigin_MayNot(string origin)
    {
        using var host = await StartAsync("https://app.example");

        using var response = await host.GetAsync(origin);

        Assert.IsNull(AnswerHost.Header(response, "Access-Control-Allow-Origin"));
        Assert.AreEqual("Accept, Accept-Encoding, Origin", AnswerHost.Header(response, "Vary"));
    }

    [TestMethod]
    public async Task Cors_AnyOrigin_IsAny()
    {
        using var host = await StartAsync("*");

        using var response = await host.GetAsync("Origin: null");

        Assert.AreEqual("*", AnswerHost.Header(response, "Access-Control-Allow-Origin"));
        Assert.AreEqual("Accept, Accept-Encoding", AnswerHost.Header(response, "Vary"));
    }

    [TestMethod]
    public async Task Cors_Preflight_LetsTheBrowserGoOn()
    {
        using var host = await StartAsync("https://app.example", credentials: true);

        using var response = await host.SendAsync("OPTIONS", "/orders", Preflight);

        Assert.AreEqual(HttpStatusCode.NoContent, response.StatusCode);
        Assert.AreEqual("https://app.example", AnswerHost.Header(response, "Access-Control-Allow-Origin"));
        Assert.AreEqual("PUT", AnswerHost.Header(response, "Access-Control-Allow-Methods"));
        Assert.AreEqual("x-a, content-type", AnswerHost.Header(response, "Access-Control-Allow-Headers"));
        Assert.AreEqual("true", AnswerHost.Header(response, "Access-Control-Allow-Credentials"));
        Assert.AreEqual("0", AnswerHost.Header(response, "Access-Control-Max-Age"));
        Assert.AreEqual("no-store", AnswerHost.Header(response, "Cache-Control"));
        Assert.AreEqual("Origin", AnswerHost.Header(response, "Vary"));
        Assert.IsEmpty(await response.Content.ReadAsByteArrayAsync());
    }

    [TestMethod]
    public async Task Cors_PreflightOfOthers_IsRefused()
    {
        using var host = await StartAsync("https://other.example");

        using var response = await host.SendAsync("OPTIONS", "/orders", Preflight);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.IsNull(AnswerHost.Header(response, "Access-Control-Allow-Origin"));
    }

    [TestMethod]
    public async Task Cors_PreflightWithHostileNames_DoesNotEchoThem()
    {
        using var host = await StartAsync("*");

        using var response = await host.SendAsync(
            "OPTIONS", "/orders", App, "Access-Control-Request-Method: PUT;x",
                "Access-Control-Request-Headers: " + new string('a', 5_000));

        Assert.AreEqual(HttpStatusCode.NoContent, response.StatusCode);
        Assert.IsNull(AnswerHost.Header(response, "Access-Control-Allow-Methods"));
        Assert.IsNull(AnswerHost.Header(response, "Access-Control-Allow-Headers"));
    }

    [TestMethod]
    [DataRow(null, "https://app.example", DisplayName = "the default policy")]
    [DataRow("other", null, DisplayName = "the policy of the options")]
    [DataRow("missing", null, DisplayName = "a policy that is not there")]
    public async Task Cors_TheAppsPolicy_IsAsked(string? policy, string? expected)
    {
        using var host = await AnswerHost.StartAsync(configure: options => options.Cors.Policy = policy,
            services: AddCors);

        using var response = await host.GetAsync(App);
        using var preflight = await host.SendAsync("OPTIONS", "/orders", Preflight);

        Assert.AreEqual(expected, AnswerHost.Header(response, "Access-Control-Allow-Origin"));
        Assert.AreEqual(expected is null ? null
            : "X-Total, Retry-After", AnswerHost.Header(response, "Access-Control-Expose-Headers"));
        Assert.AreEqual(expected is null ? HttpStatusCode.ServiceUnavailable
            : HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.AreEqual(expected is null ? null : "0", AnswerHost.Header(preflight, "Access-Control-Max-Age"));
    }

    [TestMethod]
    [DataRow(true, "https://app.example", DisplayName = "its own policy")]
    [DataRow(false, null, DisplayName = "CORS turned off for it")]
    public async Task Cors_TheEndpointsPolicy_ComesFirst(bool isEnabled, string? expected)
    {
        object metadata = isEnabled ? new EnableCorsAttribute("third") : new DisableCorsAttribute();
        using var host = await AnswerHost.StartAsync(
            configure: options => options.Cors.Policy = isEnabled ? "other" : null,
            services: AddCors,
            app: before => before.Use((context, next) =>
            {
                context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(metadata), null));
                return next(context);
            }));

        using var response = await host.GetAsync(App);

        Assert.AreEqual(expected, AnswerHost.Header(response, "Access-Control-Allow-Origin"));
    }

    [TestMethod]
    public async Task Cors_APolicyThatThrows_IsLoggedOnce()
    {
        var log = new RecordingLogger();
        using var pages = new BuiltPages();
        using var host = await AnswerHost.StartAsync(
            pages: pages.Load(log: log),
            services: services
                => services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.SetIsOriginAllowed(_ => throw new InvalidOperationException("broken")))));

        using var first = await host.GetAsync(App);
        using var second = await host.GetAsync(App);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, second.StatusCode);
        var line = log.Records.Single(line => line.EventName == "CorsPolicyFailed");
        Assert.AreEqual(LogLevel.Error, line.Level);
        Assert.Contains("broken", line.ToString());
    }

    [TestMethod]
    public async Task Cors_TheAppsMiddlewareBefore_SaysTheSame()
    {
        using var host = await AnswerHost.StartAsync(services: AddCors, app: before => before.UseCors());

        using var response = await host.GetAsync(App);

        Assert.AreEqual("https://app.example", AnswerHost.Header(response, "Access-Control-Allow-Origin"));
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [TestMethod]
    public async Task Cors_AnAppWithout_SaysNothing()
    {
        using var host = await AnswerHost.StartAsync();

        using var response = await host.GetAsync(App);

        Assert.IsNull(AnswerHost.Header(response, "Access-Control-Allow-Origin"));
        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    private static void AddCors(IServiceCollection services) => services.AddLogging().AddCors(cors =>
    {
        cors.AddDefaultPolicy(policy => policy.WithOrigins("https://app.example").AllowAnyMethod().AllowAnyHeader().WithExposedHeaders("X-Total").SetPreflightMaxAge(TimeSpan.FromHours(1)));
        cors.AddPolicy("other", policy => policy.WithOrigins("https://else.example"));
        cors.AddPolicy("third", policy => policy.WithOrigins("https://app.example"));
    });

    private static Task<AnswerHost> StartAsync(string origin, bool credentials = false)
        => AnswerHost.StartAsync(configure: options =>
    {
        options.Cors.Origins.Add(origin);
        options.Cors.AllowCredentials = credentials;
    });
}
