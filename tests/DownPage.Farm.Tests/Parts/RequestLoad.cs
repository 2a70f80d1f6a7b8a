using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace DownPage.Farm.Tests.Parts;

/// <summary>Visitors of one node who ask all the time and look at every answer.</summary>
internal sealed class RequestLoad : IAsyncDisposable
{
    private const int Visitors = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(4);

    private readonly ConcurrentQueue<string> faults = [];
    private readonly ConcurrentQueue<(long At, TimeSpan Took)> answers = [];
    private readonly CancellationTokenSource ending = new();
    private readonly HttpClient client;
    private readonly string up;
    private readonly string down;
    private readonly Task asking;

    /// <param name="address">Of the node.</param>
    /// <param name="up">The app's answer.</param>
    /// <param name="down">The page.</param>
    public RequestLoad(Uri address, string up, string down)
    {
        client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        this.up = up;
        this.down = down;
        asking = Task.WhenAll(Enumerable.Range(0, Visitors).Select(_ => Task.Run(AskAsync)));
    }

    /// <summary>What was neither the app's answer nor the page, and why.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    /// <summary>How many answers there were.</summary>
    public int Count => answers.Count;

    /// <summary>How long answers took, of those that came between two time stamps.</summary>
    public IEnumerable<TimeSpan> Between(long start, long end)
        => answers.Where(answer => answer.At >= start && answer.At <= end).Select(answer => answer.Took);

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await asking;
        client.Dispose();
    }

    private async Task AskAsync()
    {
        while (!ending.IsCancellationRequested)
        {
            var start = Stopwatch.GetTimestamp();
            try
            {
                using var answer = await client.GetAsync("/");
                var body = await answer.Content.ReadAsStringAsync();
                answers.Enqueue((Stopwatch.GetTimestamp(), Stopwatch.GetElapsedTime(start)));
                Check(answer.StatusCode, body);
                await Task.Delay(Pause, ending.Token);
            }
            catch (OperationCanceledException) when (ending.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or IOException)
            {
                faults.Enqueue(fault.Message);
            }
        }
    }

    private void Check(HttpStatusCode status, string body)
    {
        var isRight = status switch
        {
            HttpStatusCode.OK => string.Equals(body, up, StringComparison.Ordinal),
            HttpStatusCode.ServiceUnavailable => string.Equals(body, down, StringComparison.Ordinal),
            _ => false,
        };
        if (!isRight)
        {
            faults.Enqueue($"{(int)status} with '{body}'");
        }
    }
}
