using System.Text;
using DownPage.RenderProtocol;
using Microsoft.AspNetCore.Http;

namespace DownPage.Tool.Tests.Remote;

/// <summary>What is not the endpoint's answer becomes a message that says what to do.</summary>
[TestClass]
public sealed class HostileServerTests
{
    private const string Secret = "s3cret-token";

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Token => TestContext.CancellationToken;

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    [DataRow(200, "text/html", "<html><title>Sign in\u001b[2J</title>", DiagnosticCodes.NotTheEndpoint, "('Sign in[2J')")]
    [DataRow(200, "application/json", "{", DiagnosticCodes.NotTheEndpoint, "JSON that is not of the endpoint")]
    [DataRow(200, "application/json", "[]", DiagnosticCodes.NotTheEndpoint, "JSON that is not of the endpoint")]
    [DataRow(200, "application/json", """{"status":"ok"}""", DiagnosticCodes.NotTheEndpoint, "is not the endpoint")]
    [DataRow(200, "application/octet-stream", "\0\0", DiagnosticCodes.NotTheEndpoint, "something else than JSON")]
    [DataRow(204, null, "", DiagnosticCodes.NotTheEndpoint, "204")]
    [DataRow(404, "text/html", "", DiagnosticCodes.NotTheEndpoint, "app.MapMaintenanceMode()")]
    [DataRow(405, null, "", DiagnosticCodes.NotTheEndpoint, "405")]
    [DataRow(500, "text/plain", "oh", DiagnosticCodes.NotTheEndpoint, "whose log says more")]
    [DataRow(502, "text/html", "<title>502 Bad Gateway</title>", DiagnosticCodes.FrontEndAnswers, "--app DIR")]
    [DataRow(503, "text/html", "", DiagnosticCodes.FrontEndAnswers, "the app does not run")]
    [DataRow(504, null, "", DiagnosticCodes.FrontEndAnswers, "504")]
    [DataRow(401, null, "", DiagnosticCodes.OperatorRefused, "--token-file")]
    [DataRow(403, "text/html", "", DiagnosticCodes.OperatorRefused, "403")]
    [DataRow(403, "application/problem+json", """{"code":"DP0601","detail":"Not so."}""", DiagnosticCodes.OperatorRefused, "Not so. (DP0601)")]
    [DataRow(409, "application/problem+json", """{"code":"DP0699","detail":"No."}""", DiagnosticCodes.EndpointRefused, "refuses (DP0699): No.")]
    [DataRow(409, "application/problem+json", """{"detail":"Another's."}""", DiagnosticCodes.NotTheEndpoint, "409")]
    [DataRow(429, null, "", DiagnosticCodes.EndpointRefused, "Try again in 7 s.")]
    public async Task Status_OfSomethingElse_SaysWhatToDo(
        int statusCode, string? contentType, string body, string code, string expected)
    {
        await using var server = await HostileServer.StartAsync(context =>
        {
            context.Response.StatusCode = statusCode;
            context.Response.ContentType = contentType;
            context.Response.Headers.RetryAfter = "7";
            return statusCode == 204 ? Task.CompletedTask : context.Response.WriteAsync(body);
        });

        var run = await RemoteRun.RunAsync(server.Url, Secret, Token, "status");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith($"error {code}: ", run.Error);
        Assert.Contains(expected, run.Error);
        Assert.DoesNotContain(Secret, run.Error);
        Assert.AreEqual("", run.Out);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Token_OfARedirectingServer_GoesNowhereElse()
    {
        await using var other = await HostileServer.StartAsync(context => context.Response.WriteAsync("thanks"));
        await using var server = await HostileServer.StartAsync(context =>
        {
            context.Response.Redirect(other.Url);
            return Task.CompletedTask;
        });

        var run = await RemoteRun.RunAsync(server.Url, Secret, Token, "up");

        Assert.StartsWith($"error {DiagnosticCodes.EndpointRedirects}: ", run.Error);
        Assert.Contains(other.Url, run.Error);
        Assert.IsEmpty(other.Authorizations);
        CollectionAssert.AreEqual(new[] { "Bearer " + Secret }, server.Authorizations);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    [DataRow(false, DisplayName = "Says nothing")]
    [DataRow(true, DisplayName = "Begins, and stops")]
    public async Task Server_ThatIsSlow_IsLeftAfterTheTimeout(bool begins)
    {
        await using var server = await HostileServer.StartAsync(async context =>
        {
            if (begins)
            {
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync("{", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }

            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        var run = await RemoteRun.RunAsync(server.Url, Secret, Token, "status", "--timeout", "1s");

        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith($"error {DiagnosticCodes.EndpointUnreachable}: ", run.Error);
        Assert.Contains("no answer within 1 s", run.Error);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Server_ThatNeverStopsTalking_IsCutOff()
    {
        await using var server = await HostileServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            var piece = Encoding.ASCII.GetBytes(new string('[', 64 * 1024));
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(piece, context.RequestAborted);
            }
        });

        // That it ends is what is tested: the server does not.
        var run = await RemoteRun.RunAsync(server.Url, Secret, Token, "status");

        Assert.StartsWith($"error {DiagnosticCodes.NotTheEndpoint}: ", run.Error);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    [DataRow("http://127.0.0.1:9/", DiagnosticCodes.EndpointUnreachable, ExitCode.Failure)]
    [DataRow("https://127.0.0.1:9/", DiagnosticCodes.EndpointUnreachable, ExitCode.Failure)]
    [DataRow("http://no-such-host.invalid/x", DiagnosticCodes.EndpointNotEncrypted, ExitCode.Usage)]
    [DataRow("https://no-such-host.invalid/x", DiagnosticCodes.EndpointUnreachable, ExitCode.Failure)]
    [DataRow("https://anna:pass@localhost/", DiagnosticCodes.EndpointAddressInvalid, ExitCode.Usage)]
    [DataRow("https://localhost/?a=b", DiagnosticCodes.EndpointAddressInvalid, ExitCode.Usage)]
    [DataRow("ftp://localhost/", DiagnosticCodes.EndpointAddressInvalid, ExitCode.Usage)]
    [DataRow("shop", DiagnosticCodes.EndpointAddressInvalid, ExitCode.Usage)]
    public async Task Address_ThatIsNone_IsRefused(string url, string code, int exitCode)
    {
        var run = await RemoteRun.RunAsync(url, Secret, Token, "status");

        Assert.AreEqual(exitCode, run.ExitCode);
        Assert.StartsWith($"error {code}: ", run.Error);
        Assert.DoesNotContain("pass", run.Error);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    public async Task Address_ThatIsNotEncrypted_IsTakenOnDemandWithAWarning()
    {
        var run = await RemoteRun.RunAsync("http://no-such-host.invalid/x", Secret, Token, "status", "--insecure-http");

        Assert.StartsWith("warning: no-such-host.invalid is reached without encryption", run.Error);
        Assert.Contains($"error {DiagnosticCodes.EndpointUnreachable}: ", run.Error);
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    [DataRow("--app", ".")]
    [DataRow("--file", "maintenance.json")]
    [DataRow("--through-app", null)]
    public async Task Options_ThatNameTwoSites_AreRefused(string option, string? value)
    {
        string[] arguments = ["status", "--url", "https://localhost/", option, .. value is null ? Array.Empty<string>() : [value]];

        var run = await RemoteRun.RunAsync("", null, Token, arguments);

        Assert.AreEqual(ExitCode.Usage, run.ExitCode);
        Assert.StartsWith($"error {DiagnosticCodes.TargetsConflict}: --url and {option} ", run.Error);
    }
}
