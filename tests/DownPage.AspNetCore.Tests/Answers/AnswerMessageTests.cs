using System.Net;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Tests.Answers;

[TestClass]
public sealed class AnswerMessageTests
{
    [TestMethod]
    public async Task Answer_ReadOnly_SaysSo()
    {
        using var host = await AnswerHost.StartAsync(AnswerHost.Down with { Mode = MaintenanceKind.ReadOnly });

        using var response = await host.SendAsync("POST", "/orders", "Accept: text/plain");

        Assert.Contains("nothing can be changed", await response.Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task Answer_ResponseThatHasStarted_IsLeftAlone()
    {
        var answers = AnswerHost.Compose();
        using var host = await AnswerHost.StartAsync(async context =>
        {
            await context.Response.WriteAsync("begun");
            await answers.WriteAsync(context);
        });

        using var response = await host.GetAsync();

        Assert.AreEqual(HttpStatusCode.OK, response.StatusCode);
        Assert.AreEqual("begun", await response.Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task Answer_AnEndpointsMessage_IsInItsPlace()
    {
        using var host = await AnswerHost.StartAsync(AnswerHost.Down with { Message = "The site." },
            message: "Only <billing>.");

        using var page = await host.GetAsync();
        using var json = await host.GetAsync("Accept: application/json");

        Assert.Contains("Only &lt;billing&gt;.", await page.Content.ReadAsStringAsync());
        Assert.Contains("\"detail\":\"Only \\u003Cbilling\\u003E.\"", await json.Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task Answer_AnEndpointWhileTheSiteIsUp_HasTheOptionsAnswer()
    {
        using var host = await AnswerHost.StartAsync(
            MaintenanceState.Up with { RedirectTo = "/never" },
            options =>
            {
                options.StatusCode = 500;
                options.RetryAfter = TimeSpan.FromSeconds(7);
                options.Message = "The site.";
                options.RedirectTo = "/status";
            },
            message: "Billing.");

        using var response = await host.GetAsync();

        Assert.AreEqual(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.AreEqual("7", AnswerHost.Header(response, "Retry-After"));
        Assert.Contains("Billing.", await response.Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task Answer_AnEndpointWithoutMessage_SaysNoneOfTheSite()
    {
        var answers = AnswerHost.Compose(AnswerHost.Down with { Message = "The site." });
        using var host = await AnswerHost.StartAsync(context => answers.WriteAsync(context, null));

        using var response = await host.GetAsync("Accept: text/plain");

        Assert.AreEqual("Service Unavailable\n\nThe site is down for maintenance.\n",
            await response.Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task Answer_ManyMessages_AreAllSaid()
    {
        var number = 0;
        var answers = AnswerHost.Compose();
        using var host = await AnswerHost.StartAsync(context => answers.WriteAsync(context,
            $"Message {Interlocked.Increment(ref number)}."));

        for (var expected = 1; expected <= 150; expected++)
        {
            using var response = await host.GetAsync("Accept: text/plain");
            Assert.Contains($"Message {expected}.", await response.Content.ReadAsStringAsync());
        }
    }
}
