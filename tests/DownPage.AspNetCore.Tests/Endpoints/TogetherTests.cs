using System.Net;
using System.Text.Json;

namespace DownPage.AspNetCore.Tests.Endpoints;

/// <summary>Many operators at once: no change is lost without its writer being told.</summary>
[TestClass]
public sealed class TogetherTests
{
    private const int Many = 1000;

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [Timeout(240_000, CooperativeCancellation = true)]
    public async Task Windows_AddedByAThousandAtOnce_AreAllThereOrRefused()
    {
        await using var site = await StartAsync();

        var replies = await AllAsync(number => site.AskAsync("POST", "/schedule", Window(number), As(number)));

        var made = replies.Where(reply => reply.Status == HttpStatusCode.Created).ToArray();
        var windows = (await site.AskAsync("GET", "/schedule")).Json.GetProperty("windows").GetArrayLength();
        Assert.HasCount(made.Length, Enumerable.Range(0, windows).ToArray());
        Assert.HasCount(Many, made);
        Assert.HasCount(Many, await HistoryAsync(site));
    }

    [TestMethod]
    [Timeout(240_000, CooperativeCancellation = true)]
    public async Task Changes_ConditionalOnTheStateThatWasSeen_FollowOneAnother()
    {
        await using var site = await StartAsync();
        await site.AskAsync("PUT");

        // Each adds its number to what it saw: a change that was lost leaves a gap.
        var told = 0;
        await AllAsync(async number =>
        {
            while (true)
            {
                var seen = await site.AskAsync("GET", change: As(number));
                var message = seen.Member("message") is { Length: > 0 } before ? $"{before},{number}" : $"{number}";
                var change = await site.AskAsync("PATCH", "", JsonOf(message), request =>
                {
                    As(number)(request);
                    request.Headers.TryAddWithoutValidation("If-Match", seen.ETag);
                });
                if (change.Status == HttpStatusCode.OK)
                {
                    return change;
                }

                Assert.AreEqual(HttpStatusCode.PreconditionFailed, change.Status, change.Text);
                Interlocked.Increment(ref told);
            }
        }, count: 40);

        var numbers = (await site.AskAsync("GET")).Member("message")?.Split(',').Select(int.Parse).Order().ToArray();
        CollectionAssert.AreEqual(Enumerable.Range(0, 40).ToArray(), numbers);
        Assert.IsGreaterThan(0, told);
    }

    [TestMethod]
    [Timeout(240_000, CooperativeCancellation = true)]
    public async Task Changes_OfAllKindsWithAndWithoutConditions_AreInTheHistoryExactlyIfTheirWritersWereToldSo()
    {
        await using var site = await StartAsync();
        var start = await site.AskAsync("GET");

        var replies = await AllAsync(number => (number % 4) switch
        {
            0 => site.AskAsync("PUT", "", $$"""{"reason":"r{{number}}"}""", As(number)),
            1 => site.AskAsync("PUT", "", $$"""{"reason":"r{{number}}"}""", request =>
            {
                As(number)(request);
                request.Headers.TryAddWithoutValidation("If-Match", start.ETag);
            }),
            2 => site.AskAsync("PATCH", "", $$"""{"reason":"r{{number}}","message":"m"}""", As(number)),
            _ => site.AskAsync("POST", "/schedule", Window(number), As(number)),
        });

        var written = (await HistoryAsync(site)).Select(entry => entry.GetProperty("reason").GetString()).ToArray();
        var ok = Enumerable.Range(0, Many).Where(number => replies[number].Status is HttpStatusCode.OK
            or HttpStatusCode.Created).Select(number => $"r{number}").ToArray();
        CollectionAssert.AreEquivalent(ok, written);
        Assert.IsTrue(replies.All(reply => reply.Status is HttpStatusCode.OK or HttpStatusCode.Created
            or HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict));
        Assert.IsLessThanOrEqualTo(1, replies.Where((reply, number) => number % 4 == 1
            && reply.Status == HttpStatusCode.OK).Count());
    }

    private static Task<MaintainedSite> StartAsync()
        => OperatorSite.StartAsync(options => options.Endpoint.ChangesPerMinute = 10_000);

    private static async Task<OperatorReply[]> AllAsync(Func<int, Task<OperatorReply>> ask, int count = Many)
        => await Task.WhenAll(Enumerable.Range(0, count).Select(number => Task.Run(() => ask(number))));

    private static Action<HttpRequestMessage> As(int number)
        => request => request.Headers.Authorization = new("Test", $"operator{number % 7}");

    private static string Window(int number)
        => $$"""{"name":"w{{number}}","days":["sunday"],"time":"03:00","duration":"30m","reason":"r{{number}}"}""";

    private static string JsonOf(string message) => $$"""{"message":{{JsonSerializer.Serialize(message)}}}""";

    /// <summary>All of it: the endpoint says at most 500.</summary>
    private static async Task<JsonElement[]> HistoryAsync(MaintainedSite site)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(site.ContentRoot, "maintenance.history.jsonl"));
        return [.. lines.Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
