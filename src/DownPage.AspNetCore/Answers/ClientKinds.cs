using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace DownPage.AspNetCore.Answers;

/// <summary>Tells from a request who asks. Allocates nothing.</summary>
internal static class ClientKinds
{
    private const string Grpc = "application/grpc";

    public static ClientKind Of(HttpRequest request)
    {
        var headers = request.Headers;
        if (HttpMethods.IsOptions(request.Method) && headers.Origin.Count > 0
            && headers.AccessControlRequestMethod.Count > 0)
        {
            return ClientKind.Preflight;
        }

        if (IsWebSocket(request))
        {
            return ClientKind.WebSocket;
        }

        var contentType = request.ContentType.AsSpan();
        if (contentType.StartsWith(Grpc, StringComparison.OrdinalIgnoreCase))
        {
            switch (contentType[Grpc.Length..])
            {
                case [] or ['+' or ';' or ' ', ..]:
                    return ClientKind.Grpc;
                case ['-', ..]:
                    return ClientKind.GrpcWeb;
                default:
                    break;
            }
        }

        return ByDestination(headers["Sec-Fetch-Dest"])
            ?? (IsProgram(request, contentType) ? ClientKind.Script : ClientKind.Visitor);
    }

    private static bool IsWebSocket(HttpRequest request)
    {
        if (HttpMethods.IsConnect(request.Method))
        {
            return request.HttpContext.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true };
        }

        var upgrade = new WeightedItems(request.Headers.Upgrade);
        while (upgrade.MoveNext())
        {
            if (upgrade.Value.Equals("websocket", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What browsers say that the answer is for (https://www.w3.org/TR/fetch-metadata/).</summary>
    private static ClientKind? ByDestination(StringValues destination)
        => destination is [{ Length: > 0 } what]
            ? what switch
            {
                "document" or "iframe" or "frame" or "fencedframe" or "embed" or "object" => ClientKind.Visitor,
                "empty" => ClientKind.Script,
                _ => ClientKind.Subresource,
            }
            : null;

    private static bool IsProgram(HttpRequest request, ReadOnlySpan<char> contentType)
        => Is(request.Headers.XRequestedWith, "XMLHttpRequest")
            || IsJson(contentType)
            || request.Headers.ContainsKey("X-SignalR-User-Agent")
            || (HttpMethods.IsPost(request.Method)
                && request.Path.Value is { } path && path.EndsWith("/negotiate", StringComparison.OrdinalIgnoreCase));

    private static bool IsJson(ReadOnlySpan<char> contentType)
    {
        var end = contentType.IndexOf(';');
        var type = (end < 0 ? contentType : contentType[..end]).Trim();
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Is(StringValues header, string value)
        => header.Count == 1 && string.Equals(header[0], value, StringComparison.OrdinalIgnoreCase);
}
