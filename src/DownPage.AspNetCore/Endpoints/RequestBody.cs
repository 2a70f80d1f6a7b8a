using DownPage.RenderProtocol;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>The JSON of a request, or why it is not taken.</summary>
internal sealed record RequestBody(ReadOnlyMemory<byte> Json, OperatorProblem? Problem)
{
    public const int MostBytes = 64 * 1024;

    public static RequestBody None { get; } = new(default, null);

    public static async ValueTask<RequestBody> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentLength > MostBytes)
        {
            return TooLarge;
        }

        var buffer = new byte[(int)Math.Min(request.ContentLength ?? MostBytes, MostBytes) + 1];
        try
        {
            var length = await request.Body.ReadAtLeastAsync(
                buffer, buffer.Length, throwOnEndOfStream: false, context.RequestAborted);
            return length > MostBytes ? TooLarge
                : length > 0 && !IsJson(request) ? OfOtherType(request)
                : new RequestBody(buffer.AsMemory(0, length), null);
        }
        catch (BadHttpRequestException wrong) when (wrong.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge;
        }
        catch (IOException torn)
        {
            return new RequestBody(default, OperatorProblem.Unreadable("was torn: " + torn.Message.TrimEnd('.')));
        }
    }

    public static bool IsForm(HttpRequest request)
        => MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && (type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
                || type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase));

    private static RequestBody TooLarge { get; } = new(default, new OperatorProblem(
        413,
        DiagnosticCodes.BodyTooLarge,
        "The body is too large.",
        "The body has more than 65,536 bytes, which nothing that is asked for here needs."));

    private static bool IsJson(HttpRequest request)
        => request.Headers.ContentEncoding.Count == 0
            && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
                || type.MediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase))
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
                || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));

    private static RequestBody OfOtherType(HttpRequest request) => new(default, new OperatorProblem(
        415,
        DiagnosticCodes.BodyTypeUnknown,
        "The body is of a type that is not taken.",
        $"Content-Type is '{request.ContentType}'{EncodingOf(request)}; it must be 'application/json', in UTF-8 and "
        + "not compressed. With curl: -H 'Content-Type: application/json'."));

    private static string EncodingOf(HttpRequest request)
        => request.Headers.ContentEncoding.Count > 0 ? $", Content-Encoding '{request.Headers.ContentEncoding}'" : "";
}
