using System.Globalization;
using System.Text;

namespace DownPage.Soak.Load;

/// <summary>What visitors ask, in about the mix that a site sees, with what breaks front ends among it.</summary>
internal sealed class AskSet(IReadOnlyList<Ask> asks)
{
    private const int Seed = 6;
    private const int Count = 2_000;

    private static readonly byte[] Alphabet = Encoding.ASCII.GetBytes(
        string.Concat(Enumerable.Range(0, 1024 * 1024).Select(index => (char)('a' + index % 23))));

    private static readonly (string Headers, string MediaType, string Culture)[] Clients =
    [
        ("Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\nAccept-Language: en\r\n", "text/html", "en"),
        ("Accept: text/html\r\nAccept-Language: de-AT,de;q=0.9,en;q=0.5\r\n", "text/html", "de"),
        ("Accept: text/html\r\nAccept-Encoding: gzip, deflate, br\r\n", "text/html", "en"),
        ("Accept: text/html\r\nAccept-Encoding: gzip\r\nAccept-Language: fr\r\n", "text/html", "en"),
        ("Accept: application/json\r\n", "application/problem+json", "en"),
        ("Accept: text/plain\r\n", "text/plain", "en"),
        ("Accept: */*\r\n", "text/html", "en"),
        ("", "text/html", "en"),
    ];

    public static AskSet Create()
    {
        var random = new Random(Seed);
        return new AskSet([.. Enumerable.Range(0, Count).Select(_ => Make(random))]);
    }

    public Ask Next(Random random) => asks[random.Next(asks.Count)];

    private static Ask Make(Random random)
    {
        var id = random.Next(1, 1_000);
        var order = string.Create(CultureInfo.InvariantCulture, $"/orders/{id}");
        var text = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"order {id}"));
        return random.Next(100) switch
        {
            < 45 => Of(random, "GET", order + "?view=all", 200, text),
            < 53 => Of(random, "HEAD", order, 200, []),
            < 58 => Of(random, "GET", order, 304, [], "If-None-Match: \"order-" + order[8..] + "\"\r\n"),
            < 61 => Of(random, "GET", order, 200, text, "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT\r\n"),
            < 64 => Of(random, "GET", order, 200, text, "Range: bytes=0-9\r\n"),
            < 74 => Post(random, "POST", order, random.Next(10, 8_000)),
            < 75 => Post(random, "POST", order, 300_000),
            < 79 => Post(random, "PUT", order, random.Next(10, 2_000)),
            < 82 => Of(random, "DELETE", order, 204, []),
            < 85 => Of(random, "OPTIONS", order, 200, "options"u8.ToArray()),
            < 88 => Alphabets(random, "/large/", random.Next(1, 5) * 256),
            < 90 => Alphabets(random, "/stream/", random.Next(1, 9) * 16),
            var other => Failure(random, other),
        };
    }

    private static Ask Failure(Random random, int which)
    {
        int[] codes = [404, 500, 502, 503, 504];
        var status = codes[which % codes.Length];
        var path = status == 404 ? "/nothing" : string.Create(CultureInfo.InvariantCulture, $"/fail/{status}");
        return Of(random, "GET", path, status,
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"the app's own {status}")));
    }

    private static Ask Alphabets(Random random, string path, int kilobytes)
        => Of(random, "GET", path + Number(kilobytes), 200, Alphabet[..(kilobytes * 1024)]);

    private static Ask Post(Random random, string method, string path, int length)
        => Of(random, method, path, 200,
            Encoding.UTF8.GetBytes($"order {path[8..]} took {Number(length)} bytes"),
            body: Alphabet[..length]);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Ask Of(
        Random random, string method, string path, int status, byte[] answer, string special = "", byte[]? body = null)
    {
        var client = Clients[random.Next(Clients.Length)];
        var length = body is null ? "" : string.Create(
            CultureInfo.InvariantCulture, $"Content-Type: text/plain\r\nContent-Length: {body.Length}\r\n");
        var head = $"{method} {path} HTTP/1.1\r\nHost: shop.example\r\n{client.Headers}{special}{length}\r\n";
        return new Ask(
            $"{method} {path} {(client.Headers + special).ReplaceLineEndings(" ")}".Trim(),
            [.. Encoding.ASCII.GetBytes(head), .. body ?? []],
            method == "HEAD",
            status,
            answer,
            client.MediaType,
            client.Culture);
    }
}
