using System.Diagnostics;
using DownPage.Servers.Tests.Checks;
using DownPage.Servers.Tests.Harness;
using DownPage.Servers.Tests.Http;
using DownPage.Servers.Tests.Servers;

namespace DownPage.Servers.Tests.Scenarios;

/// <summary>The app listens, and is of no use all the same.</summary>
[TestClass]
public sealed class FailingTests(TestContext test)
{
    private static readonly RawRequest[] Some =
    [
        new("GET", "/shop"), new("HEAD", "/shop"), new("POST", "/echo") { Body = "name=value"u8.ToArray() },
        new("GET", "/shop", ("If-None-Match", "*")), new("DELETE", "/shop"),
    ];

    // What a busy machine adds to the server's own time.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task AnyRequest_WhenTheAppIsStopped_GetsThePageInTime(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        var findings = new Findings(front);
        await front.App.PauseAsync(test.CancellationToken);

        await Task.WhenAll(Some.Select(request => ExpectInTimeAsync(front, findings, request)));
        await front.App.ContinueAsync(test.CancellationToken);
        await front.AppUpAsync();

        await findings.ExpectAppAsync(new RawRequest("GET", "/shop"));
        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task AnyRequest_WhenTheAppNeverAnswersIt_GetsThePageInTime(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        var findings = new Findings(front);

        await Task.WhenAll(
            Some.Select(request => ExpectInTimeAsync(front, findings, request with { Target = "/hang" })));

        await findings.ExpectAsync(Findings.Page(front.Facts.Aborted), new RawRequest("GET", "/abort"));
        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task AnyRequest_WhenTheAppClosesTheConnection_GetsThePage(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        var findings = new Findings(front);

        foreach (var request in Some)
        {
            await findings.ExpectAsync(Findings.Page(front.Facts.Aborted), request with { Target = "/abort" });
        }

        // One request is no reason to give the app up.
        await front.AppUpAsync();
        await findings.ExpectAppAsync(new RawRequest("GET", "/shop"));
        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Answer_ThatTheAppBreaksOff_HasNoPageInIt(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        var findings = new Findings(front);

        var answer = await findings.AskAsync(new RawRequest("GET", "/die"));

        if (front.Facts.Dying == 200)
        {
            findings.That(
                answer is { Status: 200, IsOfApp: true, IsCut: true }, "the answer is passed on, and broken off", answer);
            findings.That(answer.Text.Trim('x').Length == 0, "nothing else is in it", answer);
        }
        else
        {
            findings.Expect(Findings.Page(front.Facts.Dying), "GET /die", answer);
        }

        findings.AssertNone();
    }

    private static async Task ExpectInTimeAsync(FrontLease front, Findings findings, RawRequest request)
    {
        var since = Stopwatch.GetTimestamp();
        var answer = await findings.ExpectAsync(Findings.Page(front.Facts.Hanging), request);
        var took = Stopwatch.GetElapsedTime(since);
        findings.That(
            took < front.Facts.HangingTakes + Slack,
            FormattableString.Invariant($"{request} took {took.TotalSeconds:F1} s"),
            answer);
    }
}
