using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace DownPage.AspNetCore.Tests.Endpoints;

/// <summary>A body is taken as a whole, or every error in it is told.</summary>
[TestClass]
public sealed class StrictBodyTests
{
    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow("""{"mesage":"x"}""", "mesage is no member that is known; did you mean message?")]
    [DataRow("""{"xyzzyplugh":1}""", "xyzzyplugh is no member that is known; there are mode, scopes, message")]
    [DataRow("""{"$comment":1}""", "$comment is no member that is known")]
    [DataRow("""{"message":"a","Message":"b"}""", "Message is there twice.")]
    [DataRow("""{"message":null}""", "message is null; leave it out.")]
    [DataRow("""{"message":7}""", "message is 7; it must be a text of at most 2000 characters.")]
    [DataRow("""{"message":"a\u0000b"}""", "message has a control character in it")]
    [DataRow("""{"message":"\ud800"}""", "message is")]
    [DataRow("""{"reason":"a\r\nSet-Cookie: x"}""", "reason has a control character in it")]
    [DataRow("""{"actor":"a\nb"}""", "actor has a control character in it")]
    [DataRow("""{"actor":"a\u2028b"}""", "actor has a control character in it")]
    [DataRow("""{"statusCode":302}""", "statusCode is 302; it must be 200, or from 400 to 599.")]
    [DataRow("""{"statusCode":"503"}""", "statusCode is \"503\"")]
    [DataRow("""{"mode":"half"}""", "mode is \"half\"; it must be full or readOnly.")]
    [DataRow("""{"scopes":["billing"]}""", "scopes")]
    [DataRow("""{"scopes":[""]}""", "scopes[0] is \"\"")]
    [DataRow("""{"allowNetworks":["0.0.0.0/0"]}""", "allowNetworks[0] is \"0.0.0.0/0\"")]
    [DataRow("""{"redirectTo":"//evil.example"}""", "redirectTo is \"//evil.example\"")]
    [DataRow("""{"redirectTo":"/"}""", "redirectTo is '/'; the site's root is down itself")]
    [DataRow("""{"until":"tomorrow"}""", "until is \"tomorrow\"")]
    [DataRow("""{"until":"2026-11-21T11:59:00Z"}""", "until is '2026-11-21T11:59:00.0000000+00:00'; it must be later")]
    [DataRow("""{"for":"0s"}""", "for is \"0s\"")]
    [DataRow("""{"for":"-5m"}""", "for is \"-5m\"")]
    [DataRow("""{"for":"400d"}""", "for is \"400d\"")]
    [DataRow("""{"for":"5m","until":"2026-11-21T13:00:00Z"}""", "until and for are there together; say one of them.")]
    [DataRow("""{"for":"5m","forever":true}""", "for and forever are there together")]
    [DataRow("""{"extend":"5m"}""", "extend is no member that is known")]
    [DataRow("""{"bypassSecretHash":"hunter2"}""", "bypassSecretHash has a value that cannot be")]
    public async Task Put_WithAValueThatCannotBe_IsToldAndChangesNothing(string body, string expected)
    {
        await using var site = await OperatorSite.StartAsync();

        var refused = await site.AskAsync("PUT", json: body);

        Assert.AreEqual(HttpStatusCode.BadRequest, refused.Status);
        Assert.AreEqual("application/problem+json", refused.ContentType);
        Assert.AreEqual("DP0603", refused.Code);
        Assert.Contains(expected, refused.Json.GetProperty("errors")[0].GetString() ?? "");
        Assert.DoesNotContain("hunter2", refused.Text);
        Assert.DoesNotContain("passed over", refused.Text);
        Assert.IsFalse(File.Exists(site.DownFile));
    }

    [TestMethod]
    public async Task Put_WithSeveralErrors_TellsAllOfThem()
    {
        await using var site = await OperatorSite.StartAsync();

        var refused = await site.AskAsync(
            "PUT", json: """{"statusCode":1,"mode":"x","retryAfter":"soon","scope":["a"],"for":"1h","forever":true}""");

        Assert.HasCount(5, refused.Json.GetProperty("errors").EnumerateArray().ToArray());
    }

    [TestMethod]
    [DataRow("[]", "is JSON, but no object")]
    [DataRow("\"down\"", "is JSON, but no object")]
    [DataRow("{", "is no JSON")]
    [DataRow("{} x", "is no JSON")]
    [DataRow("{,}", "is no JSON")]
    [DataRow("{\"message\":\"x\",}", "is no JSON")]
    [DataRow("// nothing\n{}", "is no JSON")]
    [DataRow("\0", "is no JSON")]
    public async Task Put_WithABodyThatIsNoObject_IsUnreadable(string body, string expected)
    {
        await using var site = await OperatorSite.StartAsync();

        foreach (var (method, path) in new[] { ("PUT", ""), ("PATCH", ""), ("DELETE", ""), ("POST", "/schedule") })
        {
            var refused = await site.AskAsync(method, path, body);
            Assert.AreEqual(HttpStatusCode.BadRequest, refused.Status, method);
            Assert.AreEqual("DP0604", refused.Code);
            Assert.Contains(expected, refused.Detail);
        }
    }

    [TestMethod]
    public async Task Put_NestedDeeply_IsUnreadable()
    {
        await using var site = await OperatorSite.StartAsync();

        var refused = await site.AskAsync(
            "PUT", json: "{\"scopes\":" + new string('[', 10_000) + new string(']', 10_000) + "}");

        Assert.AreEqual("DP0604", refused.Code);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("  \r\n")]
    [DataRow("{}")]
    [DataRow("\uFEFF{}")]
    public async Task Put_WithNothingInItsBody_TakesTheSiteDown(string body)
    {
        await using var site = await OperatorSite.StartAsync();

        var down = await site.AskAsync("PUT", json: body);

        Assert.IsTrue(down.Down);
    }

    [TestMethod]
    public async Task Put_WithEveryMember_IsWritten()
    {
        await using var site = await OperatorSite.StartAsync();

        var down = await site.AskAsync("PUT", json: """
            {
              "mode": "readOnly", "scopes": ["path:/shop"], "message": "Two\nlines", "statusCode": 500, "retryAfter": 90,
              "refresh": "30s", "redirectTo": "/status", "allowNetworks": ["203.0.113.0/24"],
              "until": "2026-11-21T13:00:00+00:00", "reason": "why", "actor": "deploy",
              "bypassSecretHash": "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08"
            }
            """);

        Assert.AreEqual(HttpStatusCode.OK, down.Status);
        Assert.AreEqual("readOnly", down.Member("mode"));
        Assert.AreEqual("""["path:/shop"]""", down.Json.GetProperty("scopes").GetRawText().ReplaceLineEndings("")
            .Replace(" ", "", StringComparison.Ordinal));
        Assert.AreEqual("Two\nlines", down.Member("message"));
        Assert.AreEqual("90", down.Member("retryAfter"));
        Assert.AreEqual("30", down.Member("refresh"));
        Assert.AreEqual("/status", down.Member("redirectTo"));
        Assert.AreEqual("why", down.Member("reason"));
        Assert.AreEqual("anna (deploy)", down.Member("actor"));
        var file = await File.ReadAllTextAsync(site.DownFile, TestContext.CancellationToken);
        Assert.Contains("9F86D081", file);
    }

    [TestMethod]
    [DataRow("text/plain")]
    [DataRow("application/x-www-form-urlencoded")]
    [DataRow("application/json; charset=utf-16")]
    [DataRow("json")]
    [DataRow(null)]
    public async Task Put_OfAnotherType_Is415(string? type)
    {
        await using var site = await OperatorSite.StartAsync();

        var refused = await site.AskAsync("PUT", change: request =>
        {
            request.Content = new ByteArrayContent("{}"u8.ToArray());
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        });

        Assert.AreEqual(HttpStatusCode.UnsupportedMediaType, refused.Status);
        Assert.AreEqual("DP0606", refused.Code);
    }

    [TestMethod]
    [DataRow("application/json; charset=UTF-8")]
    [DataRow("application/merge-patch+json")]
    public async Task Put_OfATypeThatIsJson_IsTaken(string type)
    {
        await using var site = await OperatorSite.StartAsync();

        var down = await site.AskAsync("PUT", change: request =>
        {
            request.Content = new ByteArrayContent("{}"u8.ToArray());
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        });

        Assert.AreEqual(HttpStatusCode.OK, down.Status);
    }

    [TestMethod]
    public async Task Put_Compressed_Is415()
    {
        await using var site = await OperatorSite.StartAsync();

        var refused = await site.AskAsync("PUT", json: "{}", change: request =>
            request.Content?.Headers.ContentEncoding.Add("gzip"));

        Assert.AreEqual(HttpStatusCode.UnsupportedMediaType, refused.Status);
        Assert.Contains("gzip", refused.Detail);
    }

    [TestMethod]
    [DataRow(64 * 1024, true)]
    [DataRow((64 * 1024) + 1, false)]
    public async Task Put_AsLargeAsMayBe_IsTakenAndALargerOneNot(int length, bool isTaken)
    {
        await using var site = await OperatorSite.StartAsync();
        var body = Encoding.ASCII.GetBytes("{}".PadRight(length));

        foreach (var isChunked in new[] { false, true })
        {
            var answer = await site.AskAsync("PUT", change: request =>
            {
                request.Content = isChunked ? new StreamContent(new MemoryStream(body)) : new ByteArrayContent(body);
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                request.Headers.TransferEncodingChunked = isChunked;
            });
            Assert.AreEqual(isTaken ? HttpStatusCode.OK : HttpStatusCode.RequestEntityTooLarge, answer.Status);
            Assert.AreEqual(isTaken, answer.Text.Contains("\"down\"", StringComparison.Ordinal));
        }
    }
}
