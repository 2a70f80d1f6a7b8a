using System.Globalization;
using System.Net;
using System.Text;

namespace DownPage.FrontEnds.HAProxy;

/// <summary>A page as HAProxy sends it: the whole answer, head and all, out of one buffer.</summary>
internal static class ErrorFile
{
    // What a buffer of 16,384 bytes (tune.bufsize) takes: tried on 2.6, as is what each header costs besides its line.
    private const int Capacity = 16_297;
    private const int HeaderCost = 4;

    /// <exception cref="FrontEndException">It does not fit, or a header cannot be written.</exception>
    public static byte[] Write(FrontEndSite site, FrontEndPage page, FrontEndFile file)
    {
        var body = file.Read();
        var headers = PageHeaders.Of(site, page, file)
            .Append(new("Content-Length", body.Length.ToString(CultureInfo.InvariantCulture)))
            .ToList();
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {page.StatusCode} {Reason(page.StatusCode)}\r\n");
        foreach (var (name, value) in headers)
        {
            head.Append(name).Append(": ").Append(HAProxyText.HeaderValue(value)).Append("\r\n");
        }

        byte[] answer = [.. Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), .. body];
        var limit = Capacity - (HeaderCost * headers.Count);
        return answer.Length > limit ? throw TooLarge(file.Path, answer.Length, answer.Length - body.Length, limit) : answer;
    }

    private static string Reason(int status) => status switch
    {
        (int)HttpStatusCode.BadGateway => "Bad Gateway",
        (int)HttpStatusCode.ServiceUnavailable => "Service Unavailable",
        (int)HttpStatusCode.GatewayTimeout => "Gateway Timeout",
        _ => "Internal Server Error",
    };

    private static FrontEndException TooLarge(string file, int bytes, int head, int limit) => new(
        DiagnosticCodes.TooLargeForServer,
        string.Create(
            CultureInfo.InvariantCulture,
            $"'{file}' has {bytes:N0} bytes as an errorfile of HAProxy, {head:N0} of them headers, and its buffer takes "
            + $"{limit:N0}: HAProxy does not start with it. Make the page smaller, or take 'haproxy' out of "
            + $"<DownPageServers> and write the errorfile yourself, with a larger 'tune.bufsize'."));
}
