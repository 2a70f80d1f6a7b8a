using System.Globalization;
using DownPage.RenderProtocol;

namespace DownPage.Build.Tests;

/// <summary>How the task starts the renderer, hears it and explains its end, with a script in its place.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class RendererProcessTests : IDisposable
{
    private const int ProcessTimeoutMilliseconds = 60_000;
    private const int PollMilliseconds = 20;

    private readonly TaskFixture fixture = new();

    public TestContext TestContext { get; set; } = null!;

    public void Dispose() => fixture.Dispose();

    [TestMethod]
    [Timeout(ProcessTimeoutMilliseconds, CooperativeCancellation = true)]
    public void Execute_Started_PassesTheAppsFilesAndTheEnvironment()
    {
        fixture.Task.ProbingPaths = ["/packages/", "/fallback"];

        Assert.IsTrue(fixture.Task.Execute(), fixture.AllErrors);

        var seen = fixture.Seen;
        CollectionAssert.AreEqual(
            new[]
            {
                "exec",
                "--depsfile", fixture.Folder.PathOf("bin/Shop.deps.json"),
                "--runtimeconfig", fixture.Folder.PathOf("obj/downpage/app.runtimeconfig.json"),
                "--additionalprobingpath", "/packages",
                "--additionalprobingpath", "/fallback",
                "--roll-forward", "Major",
                "/pkg/tools/net9.0/any/DownPage.Renderer.dll",
                fixture.Folder.PathOf("obj/downpage/render-request.json"),
                fixture.Folder.Root,
            },
            seen[..14]);
        Assert.Contains("DOWNPAGE_RENDERING=1", seen);
        Assert.Contains("ASPNETCORE_ENVIRONMENT=Staging", seen);
        Assert.Contains("DOTNET_ENVIRONMENT=Staging", seen);
        Assert.Contains("ASPNETCORE_CONTENTROOT=" + fixture.Folder.Root, seen);
        Assert.Contains("ASPNETCORE_APPLICATIONNAME=Shop", seen);
    }

    // A self-contained app, or one for another processor.
    [TestMethod]
    [Timeout(ProcessTimeoutMilliseconds, CooperativeCancellation = true)]
    public void Execute_WithoutDepsFile_Renders()
    {
        fixture.Task.DepsFile = "";

        Assert.IsTrue(fixture.Task.Execute(), fixture.AllErrors);

        Assert.DoesNotContain("--depsfile", fixture.Seen);
    }

    [TestMethod]
    [Timeout(ProcessTimeoutMilliseconds, CooperativeCancellation = true)]
    [DataRow("exit 150", DiagnosticCodes.FrameworkMissing, DisplayName = "the host's own answer: no such framework")]
    [DataRow("echo 'version 7' >&2; exit 2", DiagnosticCodes.OtherVersion, DisplayName = "the request was not understood")]
    [DataRow("exit 134", DiagnosticCodes.RendererDied, DisplayName = "aborted")]
    [DataRow("exit 0", DiagnosticCodes.RendererDied, DisplayName = "nothing said")]
    [DataRow("kill -9 $$", DiagnosticCodes.RendererDied, DisplayName = "killed")]
    public void Execute_NoAnswer_SaysWhy(string script, string code)
    {
        fixture.Script("echo 'the last words'\n" + script);

        Assert.IsFalse(fixture.Task.Execute());

        Assert.AreEqual(code, Assert.ContainsSingle(fixture.Engine.Errors).Code, fixture.AllErrors);
        Assert.AreEqual(fixture.Task.ProjectFile, fixture.Engine.Errors[0].File);
        Assert.Contains(message => message.Message!.Contains("the last words", StringComparison.Ordinal), fixture.Engine.Messages);
    }

    // The .NET host's own words, of which only one line tells something.
    [TestMethod]
    [Timeout(ProcessTimeoutMilliseconds, CooperativeCancellation = true)]
    public void Execute_FrameworkMissing_SaysWhich()
    {
        fixture.Script("""
            echo 'You must install or update .NET to run this application.'
            echo "Framework: 'Microsoft.AspNetCore.App', version '11.0.0' (x64)"
            exit 150
            """);

        Assert.IsFalse(fixture.Task.Execute());

        var error = Assert.ContainsSingle(fixture.Engine.Errors);
        Assert.Contains(error.Message!, ErrorsDocument.Section("DP0106"));
        Assert.Contains("('Microsoft.AspNetCore.App', version '11.0.0' (x64)).", error.Message!);
    }

    [TestMethod]
    [Timeout(ProcessTimeoutMilliseconds, CooperativeCancellation = true)]
    public void Execute_AnswerOfAnotherVersion_SaysSo()
    {
        fixture.Answer("""{ "version": 2 }""");

        Assert.IsFalse(fixture.Task.Execute());

        Assert.AreEqual(DiagnosticCodes.OtherVersion, Assert.ContainsSingle(fixture.Engine.Errors).Code, fixture.AllErrors);
    }

    [TestMethod]
    [Timeout(ProcessTimeoutMilliseconds, CooperativeCancellation = true)]
    public void Execute_AppPrintsErrors_TakesThemForNoise()
    {
        fixture.Script("""
            echo '/src/x.cs(1,1): error CS1234: not ours'
            echo 'warning : nor this' >&2
            cat answer.json > "$RESPONSE"
            """);

        Assert.IsTrue(fixture.Task.Execute(), fixture.AllErrors);

        Assert.IsEmpty(fixture.Engine.Errors);
        Assert.IsEmpty(fixture.Engine.Warnings);
    }

    // The build says itself that it was canceled.
    [TestMethod]
    [Timeout(ProcessTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task Cancel_WhileRendering_EndsTheProcessTreeWithoutAnError()
    {
        fixture.Script("sleep 300 & echo $! > child.txt; mv child.txt child.pid; wait");
        var execution = Task.Run(fixture.Task.Execute, TestContext.CancellationToken);
        while (!File.Exists(fixture.Folder.PathOf("child.pid")))
            await Task.Delay(PollMilliseconds, TestContext.CancellationToken);

        fixture.Task.Cancel();

        Assert.IsFalse(await execution);
        Assert.IsEmpty(fixture.Engine.Errors, fixture.AllErrors);
        var child = int.Parse(
            await File.ReadAllTextAsync(fixture.Folder.PathOf("child.pid"), TestContext.CancellationToken), CultureInfo.InvariantCulture);
        while (IsRunning(child))
            await Task.Delay(PollMilliseconds, TestContext.CancellationToken);
    }

    // One that has ended and that nobody has asked about yet (a zombie) is still listed.
    private static bool IsRunning(int processId)
    {
        var status = $"/proc/{processId}/stat";
        return File.Exists(status) && !File.ReadAllText(status).Contains(") Z ", StringComparison.Ordinal);
    }
}
