using System.Net;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests.Bypass;

[TestClass]
public sealed class BypassTriesTests(TestContext test)
{
    private readonly ManualClock clock = new();

    [TestMethod]
    public async Task Post_AfterTenWrongTries_IsTooManyUntilTheMinuteIsOver()
    {
        using var log = new RecordingLogger();
        await using var site = await BypassSite.StartAsync(
            BypassSite.Gate(clock: clock), build: app => app.Logging.AddProvider(log));
        for (var i = 0; i < 10; i++)
        {
            Assert.AreEqual(HttpStatusCode.Forbidden, (await PostAsync(site, "a wrong secret")).StatusCode);
        }

        clock.Advance(TimeSpan.FromSeconds(20));
        var wrong = await PostAsync(site, "a wrong secret");
        var right = await PostAsync(site, BypassSite.Secret);
        clock.Advance(TimeSpan.FromSeconds(40));
        var later = await PostAsync(site, BypassSite.Secret);

        Assert.AreEqual(HttpStatusCode.TooManyRequests, wrong.StatusCode);
        Assert.AreEqual("40", wrong.Headers.GetValues("Retry-After").Single());
        Assert.AreEqual(HttpStatusCode.TooManyRequests, right.StatusCode);
        Assert.AreEqual(HttpStatusCode.SeeOther, later.StatusCode);
        Assert.ContainsSingle(
            record => record.Contains("|Warning|TooManyTries|", StringComparison.Ordinal), log.Lines);
    }

    [TestMethod]
    public async Task Post_ManyRightTries_AreNotCounted()
    {
        await using var site = await BypassSite.StartAsync(BypassSite.Gate(clock: clock));

        for (var i = 0; i < 30; i++)
        {
            Assert.AreEqual(HttpStatusCode.SeeOther, (await PostAsync(site, BypassSite.Secret)).StatusCode);
        }
    }

    [TestMethod]
    public async Task Post_AfterTheStateChanged_TriesGoOnCounting()
    {
        await using var before = await BypassSite.StartAsync(BypassSite.Gate(clock: clock));
        await using var after = await BypassSite.StartAsync(BypassSite.Gate(clock: clock));
        for (var i = 0; i < 10; i++)
        {
            await PostAsync(before, "a wrong secret");
        }

        Assert.AreEqual(HttpStatusCode.TooManyRequests, (await PostAsync(after, "a wrong secret")).StatusCode);
    }

    [TestMethod]
    public async Task Post_ManyWrongTriesAtOnce_TenAreLookedAt()
    {
        using var log = new RecordingLogger();
        await using var site = await BypassSite.StartAsync(
            BypassSite.Gate(clock: clock), build: app => app.Logging.AddProvider(log));

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => PostAsync(site, "a wrong secret")));

        Assert.HasCount(10, answers.Where(answer => answer.StatusCode == HttpStatusCode.Forbidden));
        Assert.HasCount(50, answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests));
        Assert.ContainsSingle(
            record => record.Contains("|Warning|TooManyTries|", StringComparison.Ordinal), log.Lines);
    }

    private Task<HttpResponseMessage> PostAsync(SmallApp site, string secret)
        => site.Client.PostAsync(BypassSite.Path, BypassSite.Form(secret), test.CancellationToken);
}
