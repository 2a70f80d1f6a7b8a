using DownPage.Farm.Tests.Parts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DownPage.Farm.Tests;

/// <summary>The visitors of a farm notice what is wrong, or the other tests would say nothing.</summary>
[TestClass]
public sealed class RequestLoadTests
{
    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow(200, "up", false, DisplayName = "the app")]
    [DataRow(503, "down", false, DisplayName = "the page")]
    [DataRow(200, "down", true, DisplayName = "the page as if it were the app")]
    [DataRow(503, "", true, DisplayName = "no page")]
    [DataRow(500, "up", true, DisplayName = "a fault")]
    [Timeout(30_000, CooperativeCancellation = true)]
    public async Task Load_OfAnApp_FindsWhatIsNeitherTheAppNorThePage(int status, string body, bool isFault)
    {
        await using var app = await StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(body);
        });
        await using var load = new RequestLoad(new Uri(app.Urls.First()), "up", "down");

        await HaveAnswersAsync(load, 10);

        Assert.AreEqual(isFault, load.Faults.Count > 0, string.Join("; ", load.Faults));
    }

    [TestMethod]
    [Timeout(30_000, CooperativeCancellation = true)]
    public async Task Load_OfAnAppThatBecomesSlow_MeasuresIt()
    {
        var slow = TimeSpan.FromSeconds(1.5);
        var isSlow = false;
        await using var app = await StartAsync(async context =>
        {
            await Task.Delay(Volatile.Read(ref isSlow) ? slow : TimeSpan.Zero);
            await context.Response.WriteAsync("up");
        });
        await using var load = new RequestLoad(new Uri(app.Urls.First()), "up", "down");

        await HaveAnswersAsync(load, 20);
        var before = load.Between(0, long.MaxValue).Max();
        Volatile.Write(ref isSlow, true);
        await HaveAnswersAsync(load, load.Count + 5);

        Assert.IsEmpty(load.Faults, string.Join("; ", load.Faults));
        Assert.IsLessThan(slow * 0.9, before);
        Assert.IsGreaterThanOrEqualTo(slow * 0.9, load.Between(0, long.MaxValue).Max());
    }

    private static async Task<WebApplication> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return app;
    }

    private async Task HaveAnswersAsync(RequestLoad load, int count)
    {
        while (load.Count < count)
        {
            await Task.Delay(10, TestContext.CancellationToken);
        }
    }
}
