using System.Globalization;
using System.Net;
using System.Text;

namespace DownPage.Servers.Tests.Http;

/// <summary>
/// A request as it goes over the wire: nothing is escaped, sorted or added to it but what is said here.
/// </summary>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query, as they are sent.</param>
/// <param name="Headers">Besides <c>Host</c>, <c>Content-Length</c> and <c>Connection</c>.</param>
internal sealed record RawRequest(string Method, string Target, params (string Name, string Value)[] Headers)
{
    public string Host { get; init; } = "shop.test";

    public byte[]? Body { get; init; }

    /// <summary>Whether the connection is to stay open.</summary>
    public bool KeepsAlive { get; init; }

    /// <summary>The address that the connection comes from.</summary>
    public IPAddress From { get; init; } = IPAddress.Loopback;

    public override string ToString()
    {
        var text = new StringBuilder($"{Method} {(Target.Length > 80 ? Target[..80] + "…" : Target)}");
        foreach (var (name, value) in Headers)
        {
            text.Append(CultureInfo.InvariantCulture, $" [{name}: {value}]");
        }

        text.Append(Host == "shop.test" ? "" : $" at {Host}");
        text.Append(IPAddress.Loopback.Equals(From) ? "" : $" from {From}");
        return text.Append(Body is null ? "" : FormattableString.Invariant($" with {Body.Length} bytes")).ToString();
    }

    /// <summary>Its head and body.</summary>
    public byte[] ToBytes()
    {
        var head = new StringBuilder($"{Method} {Target} HTTP/1.1\r\nHost: {Host}\r\n");
        foreach (var (name, value) in Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        if (Body is not null)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n");
        }

        else if (Method is "POST" or "PUT" && !Headers.Any(header => header.Name == "Transfer-Encoding"))
        {
            // As browsers and HttpClient do; a server may insist on it (RFC 9110 8.6).
            head.Append("Content-Length: 0\r\n");
        }

        if (!KeepsAlive && !Headers.Any(header => header.Name == "Connection"))
        {
            head.Append("Connection: close\r\n");
        }

        return [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. Body ?? []];
    }
}
