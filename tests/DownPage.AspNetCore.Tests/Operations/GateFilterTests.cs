using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Tests.Operations;

/// <summary>A scheduler's jobs rest while the site is down.</summary>
[TestClass]
public sealed class GateFilterTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow(false, true)]
    [DataRow(true, false)]
    public async Task Job_OfAScheduler_RunsOnlyWhileTheSiteIsUp(bool down, bool expected)
    {
        await using var site = await MaintainedSite.StartAsync(options => options.Enabled = down);
        var gate = site.Services.GetRequiredService<IMaintenanceGate>();
        var ran = false;

        var answer = await gate.RunIfOpenAsync(
            _ =>
            {
                ran = true;
                return Task.CompletedTask;
            },
            TestContext.CancellationToken);

        Assert.AreEqual(expected, answer);
        Assert.AreEqual(expected, ran);
    }
}
