using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Answers;

/// <summary>Sends the request's identifiers back, so that a visitor's report can be found in the logs.</summary>
internal sealed class CorrelationHeaders(IList<string> names)
{
    private const int Longest = 128;

    private static readonly string[] Standard = ["X-Request-Id", "X-Correlation-Id"];

    // Headers that mean something to browsers, proxies or this answer: echoed, a stranger would decide about them.
    private static readonly string[] Reserved =
    [
        "Age", "Allow", "Alt-Svc", "Cache-Control", "Clear-Site-Data", "Connection", "Date", "ETag", "Expires",
        "Grpc-Status", "Keep-Alive", "Last-Modified", "Link", "Location", "Refresh", "Retry-After", "Server",
        "Set-Cookie", "Strict-Transport-Security", "Trailer", "Transfer-Encoding", "Upgrade", "Vary", "Via",
        "WWW-Authenticate", "X-Robots-Tag", "X-Sendfile",
    ];

    private static readonly string[] ReservedFamilies =
        ["Access-Control-", "Content-", "Cross-Origin-", "Proxy-", "Sec-", "X-Accel-"];

    private readonly string[] names =
        names.Count > 0 ? [.. names.Distinct(StringComparer.OrdinalIgnoreCase)] : Standard;

    /// <summary>Whether a header of that name may be sent back.</summary>
    public static bool IsName(string? name)
        => name is { Length: > 0 and <= Longest }
            && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
            && !Reserved.Contains(name, StringComparer.OrdinalIgnoreCase)
            && !ReservedFamilies.Any(family => name.StartsWith(family, StringComparison.OrdinalIgnoreCase));

    public void Echo(HttpContext context)
    {
        var (request, response) = (context.Request.Headers, context.Response.Headers);
        foreach (var name in names)
        {
            if (request.TryGetValue(name, out var values) && values is [{ Length: > 0 and <= Longest } value]
                && IsVisible(value) && !response.ContainsKey(name))
            {
                response[name] = value;
            }
        }
    }

    private static bool IsVisible(string value)
    {
        foreach (var character in value)
        {
            if (character is < '!' or > '~')
            {
                return false;
            }
        }

        return true;
    }
}
