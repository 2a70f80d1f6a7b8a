using System.Collections.Concurrent;
using System.Globalization;

namespace DownPage.Browser.Tests.FrontEnds;

/// <summary>Other visitors, who ask without a pause: what they got, by kind.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private const int Visitors = 8;

    private readonly CancellationTokenSource end = new();
    private readonly ConcurrentDictionary<string, int> answers = new(StringComparer.Ordinal);
    private readonly Task[] visitors;

    private Crowd(Uri address)
        => visitors =
        [
            .. Enumerable.Range(0, Visitors).Select(visitor => Task.Run(() => VisitAsync(address, visitor))),
        ];

    /// <summary>How often each kind came: "the app", "the page", or what it was that is neither.</summary>
    public IReadOnlyDictionary<string, int> Answers => answers;

    public static Crowd Of(Uri address) => new(address);

    public async Task SeesAsync(string answer, CancellationToken cancellationToken)
    {
        for (var before = Count(answer); Count(answer) < before + Visitors;)
            await Task.Delay(20, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await Task.WhenAll(visitors);
        end.Dispose();
    }

    private int Count(string answer) => answers.GetValueOrDefault(answer);

    private async Task VisitAsync(Uri address, int visitor)
    {
        using var client = new HttpClient { BaseAddress = address };
        var path = string.Create(CultureInfo.InvariantCulture, $"/orders/{1_000 + visitor}");
        while (!end.IsCancellationRequested)
        {
            var answer = await AskAsync(client, path);
            answers.AddOrUpdate(answer, 1, (_, count) => count + 1);
        }
    }

    private static async Task<string> AskAsync(HttpClient client, string path)
    {
        try
        {
            using var response = await client.GetAsync(path);
            var body = await response.Content.ReadAsStringAsync();
            return (int)response.StatusCode switch
            {
                200 when body.Contains("<h1>Order ", StringComparison.Ordinal) => "the app",
                502 when body.Contains("page-502", StringComparison.Ordinal)
                    && response.Headers.RetryAfter is not null => "the page",
                var other => $"{other}: {body}",
            };
        }
        catch (HttpRequestException broken)
        {
            return broken.Message;
        }
    }
}
