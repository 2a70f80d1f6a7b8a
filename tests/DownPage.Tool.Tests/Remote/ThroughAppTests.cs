using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using DownPage.RenderProtocol;
using DownPage.Status;
using DownPage.Tool.Targets;

namespace DownPage.Tool.Tests.Remote;

/// <summary>The app, a process of its own, answers a question of the command and does nothing else.</summary>
[TestClass]
public sealed class ThroughAppTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly EndpointRequest Read = new("GET", "");

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Token => TestContext.CancellationToken;

    [TestMethod]
    [Timeout(120_000, CooperativeCancellation = true)]
    [DataRow("", new[] { "main" }, DisplayName = "WebApplication: Build() never returns")]
    [DataRow("Generic", new[] { "first-host", "main" }, DisplayName = "Host: another host is built before, and passed over")]
    [DataRow("WebHost", new[] { "after-build", "main" }, DisplayName = "WebHost: nobody is told of Build(); no service starts")]
    public async Task App_OfAnyHost_AnswersAndRunsNoService(string kind, string[] ran)
    {
        using var app = new OperatorApp(kind);
        using var transport = new AppTransport(app.Root, "anna", Patience);

        var reply = await transport.SendAsync(Read, Token);

        Assert.AreEqual(200, reply.StatusCode);
        Assert.IsFalse(StatusReader.Read(reply.Body).Down);
        CollectionAssert.AreEqual(ran, app.Ran);
    }

    [TestMethod]
    [Timeout(120_000, CooperativeCancellation = true)]
    public async Task App_StartedByItself_RunsAllOfIt()
    {
        using var app = new OperatorApp();

        // Beside the tests above: the same app, without the variable, does start.
        using var process = Started(app, null);
        await WaitForAsync(() => app.Ran.Contains("start"));
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(Token);

        CollectionAssert.IsSubsetOf(new[] { "after-build", "main", "start", "starting" }, app.Ran);
    }

    [TestMethod]
    [Timeout(120_000, CooperativeCancellation = true)]
    public async Task App_WithoutProgram_IsStartedByDotnet()
    {
        using var app = new OperatorApp();
        File.Delete(app.PathOf(OperatingSystem.IsWindows() ? "OperatorSite.exe" : "OperatorSite"));
        using var transport = new AppTransport(app.Root, "anna", Patience);

        var reply = await transport.SendAsync(Read, Token);

        Assert.AreEqual(200, reply.StatusCode);
    }

    [TestMethod]
    [Timeout(120_000, CooperativeCancellation = true)]
    [DataRow("WithoutMaintenance", "The app started, instead of answering", DisplayName = "No AddMaintenanceMode()")]
    [DataRow("Nothing", "ended with exit code 0", DisplayName = "Builds no host")]
    [DataRow("Throws", "The vault is locked.", DisplayName = "What the app said is shown")]
    public async Task App_ThatCannotAnswer_SaysWhy(string kind, string expected)
    {
        using var app = new OperatorApp(kind);
        using var transport = new AppTransport(app.Root, "anna", Patience);

        var told = await Assert.ThrowsExactlyAsync<ToolException>(() => transport.SendAsync(Read, Token));

        Assert.AreEqual(DiagnosticCodes.AppGaveNoAnswer, told.Code);
        Assert.Contains(expected, told.Message);
        Assert.Contains("AddMaintenanceMode()", told.Message);
    }

    [TestMethod]
    [Timeout(120_000, CooperativeCancellation = true)]
    public async Task App_WithWrongSettings_IsQuoted()
    {
        using var app = new OperatorApp("", """, "MaintenanceMode": { "PollInterval": "00:00:00" }""");
        using var transport = new AppTransport(app.Root, "anna", Patience);

        var told = await Assert.ThrowsExactlyAsync<ToolException>(() => transport.SendAsync(Read, Token));

        Assert.AreEqual(DiagnosticCodes.AppGaveNoAnswer, told.Code);
        Assert.Contains("MaintenanceMode:PollInterval is '00:00:00'", told.Message);
    }

    [TestMethod]
    [Timeout(120_000, CooperativeCancellation = true)]
    public async Task App_ThatHangs_IsEnded()
    {
        using var app = new OperatorApp("Hangs");
        using var transport = new AppTransport(app.Root, "anna", TimeSpan.FromSeconds(5));

        var told = await Assert.ThrowsExactlyAsync<ToolException>(() => transport.SendAsync(Read, Token));

        Assert.AreEqual(DiagnosticCodes.AppGaveNoAnswer, told.Code);
        Assert.Contains("within 5 s", told.Message);
        var id = int.Parse(await File.ReadAllTextAsync(app.PathOf("process.txt"), Token), CultureInfo.InvariantCulture);
        Assert.ThrowsExactly<ArgumentException>(() => Process.GetProcessById(id));
    }

    [TestMethod]
    [Timeout(120_000, CooperativeCancellation = true)]
    [DataRow("", "it is no file of a request", DisplayName = "There is no such file")]
    [DataRow("GET", "it is no", DisplayName = "Something else stands in it")]
    [DataRow("""{"method":"GET","path":""}""", "it has no method, path or answer")]
    [DataRow("""{"method":"GET","path":"","answer":"/etc/answer.json"}""", "its answer belongs beside it")]
    public async Task Variable_WithoutARequest_EndsTheAppBeforeItStarts(string request, string expected)
    {
        using var app = new OperatorApp();
        var file = app.PathOf("request.json");
        if (request.Length > 0)
        {
            await File.WriteAllTextAsync(file, request, Token);
        }

        using var process = Started(app, file);
        var said = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);

        Assert.AreEqual(78, process.ExitCode);
        Assert.Contains("DOWNPAGE_COMMAND is set", said);
        Assert.Contains(request == "GET" ? "invalid" : expected, said);
        CollectionAssert.AreEqual(new[] { "main" }, app.Ran);
    }

    [TestMethod]
    [Timeout(120_000, CooperativeCancellation = true)]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [UnsupportedOSPlatform("windows")]
    public async Task Variable_WithARequestThatOthersMayWrite_EndsTheApp()
    {
        using var app = new OperatorApp();
        var file = app.PathOf("request.json");
        var answer = app.PathOf("answer.json");
        await File.WriteAllTextAsync(file, $$"""{"method":"GET","path":"","answer":"{{answer}}"}""", Token);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite);

        using var process = Started(app, file);
        var said = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);

        Assert.AreEqual(78, process.ExitCode);
        Assert.Contains("others may write to it", said);
        Assert.IsFalse(File.Exists(answer));
    }

    private static Process Started(OperatorApp app, string? request)
    {
        var start = new ProcessStartInfo(AppProgram.Find(app.Root).File)
        {
            WorkingDirectory = app.Root,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        if (request is not null)
        {
            start.Environment["DOWNPAGE_COMMAND"] = request;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("It did not start.");
    }

    private async Task WaitForAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(50, Token);
        }
    }
}
