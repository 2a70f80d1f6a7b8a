using DownPage.AspNetCore.Endpoints;

namespace DownPage.AspNetCore.Tests.Endpoints;

/// <summary>So many a minute, by each.</summary>
[TestClass]
public sealed class QuotasTests
{
    [TestMethod]
    public void Take_BeyondTheMost_IsRefusedUntilTheMinuteIsOver()
    {
        var clock = new ManualClock();
        var quotas = new Quotas(clock);

        Assert.IsTrue(quotas.TryTake("anna", 2, out _, out var first));
        clock.Advance(TimeSpan.FromSeconds(20));
        Assert.IsTrue(quotas.TryTake("anna", 2, out _, out var second));
        Assert.IsFalse(quotas.TryTake("anna", 2, out var wait, out _));
        Assert.IsTrue(quotas.TryTake("ben", 2, out _, out _));
        clock.Advance(wait);

        Assert.IsFalse(first);
        Assert.IsTrue(second);
        Assert.AreEqual(TimeSpan.FromSeconds(40), wait);
        Assert.IsTrue(quotas.TryTake("anna", 2, out _, out _));
    }

    [TestMethod]
    public void IsLeft_AskedOften_TakesNothing()
    {
        var quotas = new Quotas(new ManualClock());

        for (var i = 0; i < 100; i++)
        {
            Assert.IsTrue(quotas.IsLeft("anna", 1, out _));
        }

        Assert.IsTrue(quotas.TryTake("anna", 1, out _, out _));
        Assert.IsFalse(quotas.IsLeft("anna", 1, out _));
    }

    [TestMethod]
    public void Take_ByMoreThanTheTableHolds_SharesOneQuotaUntilSomeAreOver()
    {
        var clock = new ManualClock();
        var quotas = new Quotas(clock);
        for (var i = 0; i < 10_000; i++)
        {
            Assert.IsTrue(quotas.TryTake($"stranger {i}", 1, out _, out _));
        }

        Assert.IsTrue(quotas.TryTake("one more", 1, out _, out _));
        Assert.IsFalse(quotas.TryTake("another", 1, out _, out _));
        Assert.IsFalse(quotas.TryTake("stranger 1", 1, out _, out _));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsTrue(quotas.TryTake("another", 1, out _, out _));
    }

    [TestMethod]
    public async Task Change_OfAnOperatorWhoMadeTooMany_IsRefusedAndThatOfAnotherIsNot()
    {
        await using var site = await OperatorSite.StartAsync(options => options.Endpoint.ChangesPerMinute = 2);
        await site.AskAsync("PUT");
        await site.AskAsync("DELETE");

        var refused = await site.AskAsync("PUT");
        var read = await site.AskAsync("GET");
        var ben = await site.AskAsync("PUT", change: request => request.Headers.Authorization = new("Test", "ben"));

        Assert.AreEqual("DP0615", refused.Code);
        Assert.AreEqual("60", refused.Headers["Retry-After"]);
        Assert.AreEqual(System.Net.HttpStatusCode.OK, read.Status);
        Assert.AreEqual("ben", ben.Member("actor"));
    }
}
