using DownPage.AspNetCore.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DownPage.AspNetCore.Tests.Answers;

[TestClass]
public sealed class ClientKindsTests
{
    [TestMethod]
    [DataRow("GET", "Visitor")]
    [DataRow("GET", "Visitor", "Sec-Fetch-Dest: document", "Sec-Fetch-Mode: navigate")]
    [DataRow("GET", "Visitor", "Sec-Fetch-Dest: iframe")]
    [DataRow("GET", "Visitor", "X-Requested-With: com.example.app", DisplayName = "an Android web view")]
    [DataRow("GET", "Visitor", "Sec-Fetch-Dest: ", DisplayName = "an empty destination")]
    [DataRow("GET", "Script", "X-Requested-With: XMLHttpRequest")]
    [DataRow("GET", "Script", "Sec-Fetch-Dest: empty")]
    [DataRow("POST", "Script", "Content-Type: application/json; charset=utf-8")]
    [DataRow("PATCH", "Script", "Content-Type: application/merge-patch+json")]
    [DataRow("POST", "Visitor", "Content-Type: application/x-www-form-urlencoded")]
    [DataRow("GET", "Script", "X-SignalR-User-Agent: Microsoft SignalR/10.0")]
    [DataRow("GET", "Subresource", "Sec-Fetch-Dest: image")]
    [DataRow("GET", "Subresource", "Sec-Fetch-Dest: script")]
    [DataRow("GET", "Subresource", "Sec-Fetch-Dest: style")]
    [DataRow("GET", "Subresource", "Sec-Fetch-Dest: font")]
    [DataRow("GET", "Subresource", "Sec-Fetch-Dest: serviceworker")]
    [DataRow("POST", "Grpc", "Content-Type: application/grpc")]
    [DataRow("POST", "Grpc", "Content-Type: application/grpc+proto")]
    [DataRow("POST", "GrpcWeb", "Content-Type: application/grpc-web-text")]
    [DataRow("POST", "Visitor", "Content-Type: application/grpcish", DisplayName = "not gRPC")]
    [DataRow("GET", "WebSocket", "Upgrade: websocket", "Connection: Upgrade")]
    [DataRow("GET", "WebSocket", "Upgrade: h2c, WebSocket")]
    [DataRow("GET", "Visitor", "Upgrade: h2c")]
    [DataRow("OPTIONS", "Preflight", "Origin: https://a.example", "Access-Control-Request-Method: PUT")]
    [DataRow("OPTIONS", "Visitor", "Origin: https://a.example", DisplayName = "OPTIONS alone is no preflight")]
    [DataRow("GET", "Visitor", "Origin: https://a.example", "Access-Control-Request-Method: PUT",
        DisplayName = "GET is no preflight")]
    public void Of_Request_IsWhoAsks(string method, string expected, params string[] headers)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        foreach (var header in headers)
        {
            context.Request.Headers[header.Split(": ")[0]] = header.Split(": ")[1];
        }

        Assert.AreEqual(expected, ClientKinds.Of(context.Request).ToString());
    }

    [TestMethod]
    [DataRow("POST", "/chat/negotiate", "Script")]
    [DataRow("GET", "/chat/negotiate", "Visitor")]
    [DataRow("POST", "/renegotiate", "Visitor")]
    public void Of_SignalRNegotiation_IsAProgram(string method, string path, string expected)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Request.Path = path;

        Assert.AreEqual(expected, ClientKinds.Of(context.Request).ToString());
    }

    [TestMethod]
    [DataRow(true, "WebSocket")]
    [DataRow(false, "Visitor")]
    public void Of_ExtendedConnect_IsAWebSocket(bool isExtended, string expected)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "CONNECT";
        context.Features.Set<IHttpExtendedConnectFeature>(new ExtendedConnect(isExtended));

        Assert.AreEqual(expected, ClientKinds.Of(context.Request).ToString());
    }

    private sealed class ExtendedConnect(bool isExtended) : IHttpExtendedConnectFeature
    {
        public bool IsExtendedConnect { get; } = isExtended;

        public string? Protocol => "websocket";

        public ValueTask<Stream> AcceptAsync() => throw new InvalidOperationException("It must not be accepted.");
    }
}
