using DownPage.Servers.Tests.Http;

namespace DownPage.Servers.Tests.Scenarios;

/// <summary>Requests that several scenarios make.</summary>
internal static class Requests
{
    /// <summary>What is larger than the buffers of servers.</summary>
    public static readonly byte[] Large =
        [.. Enumerable.Range(0, 100 * 1024).Select(number => (byte)('a' + number * 7 % 26))];

    /// <summary>Of all kinds that a browser or a program sends.</summary>
    public static readonly IReadOnlyList<string> Paths =
    [
        "/", "/shop?x=1&y=a%20b", "/shop/", "/file.css", "/app.js?v=1", "/502.html", "/index.php", "/a%2Fb", "//a",
        "/a//b/",
        "/%C3%A4", "/a%20b", "/a;b=1", "/a+b", "/a:b@c", "/shop/./a", "/shop/../a", "/shop/%2e%2e/a", "/~user",
        "/%7Euser",
        "/.well-known/acme", "/?", "/shop?next=http://other.test/", "/" + new string('a', 4000),
        "/shop?" + new string('q', 4000), "/_downpage", "/_downpage/", "/_downpagex/a", "/_downpage/none",
    ];

    public static readonly RawRequest Handshake = new(
        "GET", "/socket", ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13"),
        ("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA=="));

    /// <summary>With and without a body, small and large.</summary>
    public static IEnumerable<RawRequest> OfAnyMethod(string target)
    {
        var small = "name=value"u8.ToArray();
        return
        [
            .. ((string[])["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND"])
                .Select(method => new RawRequest(method, target)),
            .. ((string[])["POST", "PUT", "DELETE", "PATCH"]).Select(method => new RawRequest(method, target) { Body = small }),
            new("POST", target) { Body = Large },
            new("PUT", target) { Body = Large },
            new("POST", target, ("Expect", "100-continue")) { Body = small },
            new("POST", target, ("Content-Type", "application/x-www-form-urlencoded"), ("Origin", "null")) { Body = small },
        ];
    }

    /// <summary>A visitor who has been here before, a download that goes on.</summary>
    public static IEnumerable<RawRequest> WithConditions(string target) =>
    [
        new("GET", target, ("If-None-Match", "*")),
        new("GET", target, ("If-None-Match", "\"one\", W/\"two\"")),
        new("HEAD", target, ("If-None-Match", "*")),
        new("GET", target, ("If-Modified-Since", "Sat, 01 Jan 2050 00:00:00 GMT")),
        new("GET", target, ("If-Unmodified-Since", "Sat, 01 Jan 2000 00:00:00 GMT")),
        new("GET", target, ("If-Match", "\"none\"")),
        new("PUT", target, ("If-Match", "\"none\"")) { Body = "x"u8.ToArray() },
        new("GET", target, ("Range", "bytes=0-9")),
        new("GET", target, ("Range", "bytes=999999-")),
        new("GET", target, ("Range", "bytes=0-9"), ("If-Range", "\"one\"")),
        new("GET", target, ("Cache-Control", "max-age=0"), ("Pragma", "no-cache")),
    ];
}
