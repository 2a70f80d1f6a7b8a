using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DownPage.Tool.Tests.Verify;

/// <summary><c>downpage verify</c> of a site that does not answer: what to look at.</summary>
[TestClass]
public sealed class NoAnswerTests : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly TempFolder folder = new();

    public NoAnswerTests() => listener.Start();

    private int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Dispose()
    {
        listener.Dispose();
        folder.Dispose();
    }

    [TestMethod]
    public async Task Verify_NobodyListens_SaysThatNothingCanBeReached()
    {
        var port = Port;
        listener.Stop();

        var run = await VerifyTests.RunAsync(folder.Root, "verify", $"http://127.0.0.1:{port}");

        AssertFailed(run, "DP0542", $"127.0.0.1:{port}");
    }

    [TestMethod]
    public async Task Verify_NameThatNobodyHas_SaysSo()
    {
        var run = await VerifyTests.RunAsync(folder.Root, "verify", "http://no-such-host.invalid");

        AssertFailed(run, "DP0541", "'no-such-host.invalid'");
    }

    [TestMethod]
    public async Task Verify_SiteThatHangs_SaysForHowLong()
    {
        var run = await VerifyTests.RunAsync(
            folder.Root, "verify", $"http://127.0.0.1:{Port}", "--timeout", "00:00:01");

        AssertFailed(run, "DP0544", "within 1 s");
    }

    [TestMethod]
    [DataRow("SSH-2.0-OpenSSH_9.9\r\n")]
    [DataRow("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 100\r\n\r\ncut of")]
    public async Task Verify_NoHttp_SaysSo(string answer)
    {
        var serving = AnswerAsync(answer);

        var run = await VerifyTests.RunAsync(folder.Root, "verify", $"http://127.0.0.1:{Port}");

        await serving;
        AssertFailed(run, "DP0545", $"http://127.0.0.1:{Port}/");
    }

    [TestMethod]
    public async Task Verify_HttpsAskedOfHttp_SaysThatThereIsNoSecureConnection()
    {
        var serving = AnswerAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");

        var run = await VerifyTests.RunAsync(folder.Root, "verify", $"https://127.0.0.1:{Port}");

        await serving;
        AssertFailed(run, "DP0543", $"127.0.0.1:{Port}");
    }

    private async Task AnswerAsync(string answer)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        await stream.ReadAtLeastAsync(new byte[4096], 10);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
        client.Client.Shutdown(SocketShutdown.Send);
    }

    private static void AssertFailed(ToolRun run, string code, string part)
    {
        Assert.AreEqual(ExitCode.Failure, run.ExitCode, run.Out);
        Assert.Contains($"error {code}: ", run.Error);
        Assert.Contains(part, run.Error);
        Assert.AreEqual("", run.Out);
    }
}
