namespace DownPage.AspNetCore.Answers;

/// <summary>Who asks: what can be made of an answer differs.</summary>
internal enum ClientKind
{
    /// <summary>A browser that shows a page, or a client that says nothing about itself.</summary>
    Visitor,

    /// <summary>
    /// A program, in a browser (<c>fetch</c>, SignalR) or not: it gets JSON where it prefers nothing, and never a
    /// redirect.
    /// </summary>
    Script,

    /// <summary>A page's image, stylesheet, script, font: whatever it gets is not shown.</summary>
    Subresource,

    /// <summary>gRPC, whose errors stand in trailers.</summary>
    Grpc,

    /// <summary>gRPC for browsers.</summary>
    GrpcWeb,

    /// <summary>
    /// The begin of a WebSocket connection, by <c>Upgrade</c> (RFC 6455) or extended CONNECT (RFC 8441).
    /// </summary>
    WebSocket,

    /// <summary>A browser's question whether it may ask (https://fetch.spec.whatwg.org/#http-cors-protocol).</summary>
    Preflight,
}
