using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Answers;

/// <summary>
/// UNAVAILABLE, in gRPC's own words: without a body the headers are the trailers, "Trailers-Only"
/// (https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md). The headers of every answer are written before.
/// </summary>
internal static class GrpcAnswer
{
    private const string Unavailable = "14";

    /// <param name="context">The request.</param>
    /// <param name="message">Percent-encoded.</param>
    /// <param name="pushback">Milliseconds until a client may try again. Null: not said.</param>
    public static void Write(HttpContext context, string message, string? pushback)
    {
        var headers = context.Response.Headers;
        headers.ContentType = TypeFor(context.Request.ContentType);
        headers["grpc-status"] = Unavailable;
        headers["grpc-message"] = message;
        if (pushback is not null)
        {
            headers["grpc-retry-pushback-ms"] = pushback;
        }
    }

    private static string TypeFor(ReadOnlySpan<char> asked)
    {
        string[] known = ["application/grpc-web-text", "application/grpc-web"];
        foreach (var type in known)
        {
            if (asked.StartsWith(type, StringComparison.OrdinalIgnoreCase))
            {
                return type;
            }
        }

        return "application/grpc";
    }
}
