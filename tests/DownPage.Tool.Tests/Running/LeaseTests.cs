using DownPage.Status;
using DownPage.Switching;
using DownPage.Tool.Running;
using DownPage.Tool.Targets;

namespace DownPage.Tool.Tests.Running;

/// <summary>A lease goes on however long the site cannot be asked.</summary>
[TestClass]
public sealed class LeaseTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Renew_SiteThatCannotBeReadAsTheLeaseIsOver_GoesOnAndTakesItDownAgain()
    {
        var begun = new StatusDocument { Down = true, Source = "sharedStore", Revision = "r1", Until = DateTimeOffset.UtcNow };
        using var site = new FaultySite(begun, failingReads: 2);
        using var error = new StringWriter();
        var context = new ToolContext { Out = TextWriter.Null, Error = error, Directory = "." };
        using var over = CancellationTokenSource.CreateLinkedTokenSource(TestContext.CancellationToken);
        var retaken = begun with { Revision = "r2", Until = DateTimeOffset.UtcNow.AddDays(1) };
        var lease = new Lease(site, new ChangeOrigin(ChangeSource.Command), TimeSpan.FromSeconds(1), begun, context)
        {
            Retake = _ =>
            {
                over.Cancel();
                return Task.FromResult(new TargetChange(false, true, retaken, null));
            },
        };

        await lease.RenewAsync(over.Token);

        Assert.AreEqual("r2", lease.Revision);
        Assert.IsFalse(lease.IsLost);
        Assert.Contains("DP0523: The site does not answer.", error.ToString());
    }
}
