using System.Net;
using DownPage.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Tests.Endpoints;

/// <summary>Another site's page cannot change anything with an operator's cookie.</summary>
[TestClass]
public sealed class RequestSiteTests
{
    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow("Bearer abc", null, null, true)]
    [DataRow("Test anna", "cross-site", "https://evil.example", true, DisplayName = "a page cannot add this by itself")]
    [DataRow("Bearer", null, null, false)]
    [DataRow("Basic YTpi", null, null, false, DisplayName = "browsers send this to a form of another site")]
    [DataRow("basic YTpi", null, null, false)]
    [DataRow("Negotiate abc", null, null, false)]
    [DataRow("NTLM abc", null, null, false)]
    [DataRow("Digest username=\"a\"", null, null, false)]
    [DataRow("Basic YTpi", "same-origin", null, true)]
    [DataRow(null, "same-origin", null, true)]
    [DataRow(null, "same-origin", "https://site.example", true)]
    [DataRow(null, "same-site", null, false)]
    [DataRow(null, "none", null, false)]
    [DataRow(null, "cross-site", null, false)]
    [DataRow(null, "cross-site", "https://site.example", false, DisplayName = "the browser knows better")]
    [DataRow(null, "", "https://site.example", false)]
    [DataRow(null, null, "https://site.example", true)]
    [DataRow(null, null, "https://SITE.example:443", true)]
    [DataRow(null, null, "http://site.example", false)]
    [DataRow(null, null, "https://site.example:444", false)]
    [DataRow(null, null, "https://site.example.evil.example", false)]
    [DataRow(null, null, "https://evil.example/https://site.example", false)]
    [DataRow(null, null, "https://site.example@evil.example", false)]
    [DataRow(null, null, "null", false)]
    [DataRow(null, null, "", false)]
    [DataRow(null, null, null, false)]
    public void Change_OfARequest_DependsOnWhereItComesFrom(
        string? authorization, string? site, string? origin, bool mayChange)
    {
        var request = new DefaultHttpContext().Request;
        request.Scheme = "https";
        request.Host = new HostString("site.example");
        Set("Authorization", authorization);
        Set("Sec-Fetch-Site", site);
        Set("Origin", origin);

        Assert.AreEqual(mayChange, RequestSite.MayChange(request));

        void Set(string name, string? value)
        {
            if (value is not null)
            {
                request.Headers[name] = value;
            }
        }
    }

    [TestMethod]
    public async Task Change_FromElsewhere_IsRefusedAndReadingIsNot()
    {
        await using var site = await OperatorSite.StartAsync();

        foreach (var (method, path) in new[]
            { ("PUT", ""), ("PATCH", ""), ("DELETE", ""), ("POST", ""), ("POST", "/schedule"), ("DELETE", "/schedule/x") })
        {
            var refused = await site.AskAsync(method, path, change: request =>
            {
                request.Headers.Authorization = new("Basic", "anna");
                request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "cross-site");
            });
            Assert.AreEqual((HttpStatusCode.Forbidden, "DP0602"), (refused.Status, refused.Code), $"{method} {path}");
        }

        var read = await site.AskAsync("GET", change: request => request.Headers.Authorization = new("Basic", "anna"));
        var own = await site.AskAsync("PUT", change: request =>
        {
            request.Headers.Authorization = new("Basic", "anna");
            request.Headers.TryAddWithoutValidation("Origin", "http://localhost");
        });
        Assert.AreEqual(HttpStatusCode.OK, read.Status);
        Assert.AreEqual(HttpStatusCode.OK, own.Status);
    }

    [TestMethod]
    [DataRow("?method=PUT", null)]
    [DataRow("?_method=DELETE", null)]
    [DataRow("", "PUT")]
    public async Task Get_ThatWouldLikeToChange_ChangesNothing(string query, string? overridden)
    {
        await using var site = await OperatorSite.StartAsync();

        var answer = await site.AskAsync(
            "GET", query, """{"message":"x"}""", OperatorSite.With("X-HTTP-Method-Override", overridden));

        Assert.AreEqual(HttpStatusCode.OK, answer.Status);
        Assert.IsFalse(site.Maintenance.Current.IsDown);
    }

    [TestMethod]
    [DataRow(true, true, HttpStatusCode.NoContent)]
    [DataRow(false, true, HttpStatusCode.Forbidden)]
    [DataRow(null, true, HttpStatusCode.NoContent)]
    [DataRow(true, false, HttpStatusCode.MethodNotAllowed)]
    public async Task Form_PostedToTheEndpoint_NeedsTheAppsAntiforgeryAndAPage(
        bool? isValid, bool hasPage, HttpStatusCode expected)
    {
        await using var site = await OperatorSite.StartAsync(services: builder =>
        {
            if (isValid is { } valid)
            {
                builder.Services.AddSingleton<IAntiforgery>(new FixedAntiforgery(valid));
            }

            if (hasPage)
            {
                builder.Services.AddSingleton<IOperatorPage, NoContentPage>();
            }
        });

        var answer = await site.AskAsync(
            "POST", change: request => request.Content = new FormUrlEncodedContent([new("do", "down")]));

        Assert.AreEqual(expected, answer.Status == HttpStatusCode.UnsupportedMediaType
            ? HttpStatusCode.MethodNotAllowed
            : answer.Status);
    }

    [TestMethod]
    [DataRow("text/html,application/xhtml+xml,*/*;q=0.8", true)]
    [DataRow("text/html, application/json", false)]
    [DataRow("text/html;q=0.5, application/json", false)]
    [DataRow("application/json", false)]
    [DataRow("*/*", false)]
    [DataRow(null, false)]
    public async Task Get_ByABrowser_IsAnsweredByThePage(string? accept, bool isPage)
    {
        await using var site = await OperatorSite.StartAsync(
            services: builder => builder.Services.AddSingleton<IOperatorPage, NoContentPage>());

        var answer = await site.AskAsync("GET", change: OperatorSite.With("Accept", accept));

        Assert.AreEqual(isPage ? HttpStatusCode.NoContent : HttpStatusCode.OK, answer.Status);
        Assert.AreEqual("Accept", answer.Headers["Vary"]);
    }
}
