using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace DownPage.AspNetCore.Tests.Operations;

[TestClass]
public sealed class DownPagesLeftAloneTests(TestContext test)
{
    [TestMethod]
    [DataRow("with a body")]
    [DataRow("with a body in the pipe")]
    [DataRow("with a type")]
    [DataRow("with a length")]
    [DataRow("started")]
    [DataRow("problem details")]
    [DataRow("another body")]
    public async Task Error_ThatTheAppHasMoreToSayOf_IsLeftAlone(string how)
    {
        await using var app = await DownPagesSite.StartAsync(async context =>
        {
            var response = context.Response;
            response.StatusCode = 503;
            switch (how)
            {
                case "with a body":
                    await response.WriteAsync("the app's");
                    break;
                case "with a body in the pipe":
                    "the app's"u8.CopyTo(response.BodyWriter.GetSpan(9));
                    response.BodyWriter.Advance(9);
                    break;
                case "with a type":
                    response.ContentType = "text/plain";
                    break;
                case "with a length":
                    response.ContentLength = 9;
                    await response.WriteAsync("the app's");
                    break;
                case "another body":
                    response.Body = new MemoryStream();
                    break;
                case "started":
                    await response.StartAsync();
                    break;
                default:
                    await Results.Problem(statusCode: 503).ExecuteAsync(context);
                    break;
            }
        });

        var response = await app.Client.GetAsync("/", test.CancellationToken);

        Assert.DoesNotContain("The page", await response.Content.ReadAsStringAsync(test.CancellationToken));
        Assert.IsFalse(response.Headers.Contains("Retry-After"));
    }

    [TestMethod]
    [DataRow("HEAD", null, null)]
    [DataRow("OPTIONS", null, null)]
    [DataRow("POST", "Content-Type", "application/grpc")]
    [DataRow("POST", "Content-Type", "application/grpc-web+proto")]
    [DataRow("GET", "Upgrade", "websocket")]
    public async Task Request_OfAProgram_IsLeftAlone(string method, string? header, string? value)
    {
        await using var app = await DownPagesSite.StartAsync(DownPagesSite.Fail(502));
        using var request = new HttpRequestMessage(new HttpMethod(method), "/");
        if (header == "Content-Type")
        {
            request.Content = new ByteArrayContent([]);
            request.Content.Headers.TryAddWithoutValidation(header, value);
        }
        else if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
            request.Headers.Connection.Add("Upgrade");
        }

        var response = await app.Client.SendAsync(request, test.CancellationToken);

        Assert.AreEqual(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.IsNull(response.Content.Headers.ContentType);
        Assert.IsFalse(response.Headers.Contains("Retry-After"));
    }

    [TestMethod]
    public async Task Feature_SwitchedOff_KeepsTheAnswerBare()
    {
        await using var app = await DownPagesSite.StartAsync(context =>
        {
            var feature = context.Features.Get<IStatusCodePagesFeature>();
            (feature ?? throw new InvalidOperationException("No feature.")).Enabled = false;
            return DownPagesSite.Fail(503)(context);
        });

        Assert.AreEqual("", await DownPagesSite.BodyAsync(app, "/", test.CancellationToken));
    }

    [TestMethod]
    [DataRow("/skips", "")]
    [DataRow("/shows", "<h1>The page for 503</h1>")]
    public async Task Endpoint_WithSkipStatusCodePages_KeepsTheAnswerBare(string path, string expected)
    {
        await using var app = await DownPagesSite.StartAsync(null, site =>
        {
            site.MapGet("/skips", () => Results.StatusCode(503)).WithMetadata(
                new SkipStatusCodePagesAttribute());
            site.MapGet("/shows", () => Results.StatusCode(503));
        });

        Assert.AreEqual(expected, await DownPagesSite.BodyAsync(app, path, test.CancellationToken));
    }

    [TestMethod]
    public async Task StatusCodePages_Inside_AnswerFirst()
    {
        await using var app =
            await DownPagesSite.StartAsync(
                DownPagesSite.Fail(503), site => site.UseStatusCodePages("text/plain", "the app's {0}"));

        Assert.AreEqual("the app's 503", await DownPagesSite.BodyAsync(app, "/", test.CancellationToken));
    }
}
