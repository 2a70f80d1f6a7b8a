using DownPage.RenderProtocol;
using Microsoft.Build.Utilities;

namespace DownPage.Build.Tests;

/// <summary>The task from its items to its outputs, with a script in the renderer's place.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class RenderDownPagesTests : IDisposable
{
    private const string OnePage = """
        {
          "version": 1,
          "pages": [{ "outputPath": "502.html", "bytes": 2048 }, { "outputPath": "downpages.json", "bytes": 400 }],
          "diagnostics": []
        }
        """;

    private const int ProcessTimeoutMilliseconds = 60_000;

    private static FakeHost host = null!;

    private readonly TempFolder folder = new();
    private readonly RecordingBuildEngine engine = new();
    private readonly RenderDownPages task;

    public RenderDownPagesTests()
    {
        folder.Write("Views/Errors/502.cshtml", "<h1>Down</h1>");
        folder.Write("answer.json", OnePage);
        Script("cat answer.json > \"$RESPONSE\"");
        task = CreateTask();
    }

    [ClassInitialize]
    public static void CreateHost(TestContext context) => host = new FakeHost();

    [ClassCleanup]
    public static void DeleteHost() => host.Dispose();

    public void Dispose() => folder.Dispose();

    [TestMethod]
    [Timeout(ProcessTimeoutMilliseconds, CooperativeCancellation = true)]
    public void Execute_Answered_GivesTheFilesAndTheSummary()
    {
        Assert.IsTrue(task.Execute(), AllErrors());

        CollectionAssert.AreEqual(
            new[] { "_downpage/502.html", "_downpage/downpages.json" },
            Array.ConvertAll(task.RenderedFiles, file => file.GetMetadata("RelativePath")));
        Assert.AreEqual(folder.PathOf("obj/downpage/pages/502.html"), task.RenderedFiles[0].ItemSpec);
        Assert.StartsWith("1 down page in _downpage/, 2 KB, ", task.Summary);
        Assert.IsEmpty(engine.Warnings);
    }

    [TestMethod]
    [Timeout(ProcessTimeoutMilliseconds, CooperativeCancellation = true)]
    [DataRow(".")]
    [DataRow("./")]
    public void Execute_PagesInThePublishFolderItself_AreRelativeToIt(string outputPath)
    {
        task.OutputPath = outputPath;

        Assert.IsTrue(task.Execute(), AllErrors());

        Assert.AreEqual("502.html", task.RenderedFiles[0].GetMetadata("RelativePath"));
    }

    [TestMethod]
    [Timeout(ProcessTimeoutMilliseconds, CooperativeCancellation = true)]
    public void Execute_Started_PassesTheAppsFilesAndTheEnvironment()
    {
        task.ProbingPaths = ["/packages/", "/fallback"];

        Assert.IsTrue(task.Execute(), AllErrors());

        var seen = Seen();
        CollectionAssert.AreEqual(
            new[]
            {
                "exec",
                "--depsfile", folder.PathOf("bin/Shop.deps.json"),
                "--runtimeconfig", folder.PathOf("obj/downpage/app.runtimeconfig.json"),
                "--additionalprobingpath", "/packages",
                "--additionalprobingpath", "/fallback",
                "--roll-forward", "Major",
                "/pkg/tools/net9.0/any/DownPage.Renderer.dll",
                folder.PathOf("obj/downpage/render-request.json"),
                folder.Root,
            },
            seen[..14]);
        Assert.Contains("DOWNPAGE_RENDERING=1", seen);
        Assert.Contains("ASPNETCORE_ENVIRONMENT=Staging", seen);
        Assert.Contains("DOTNET_ENVIRONMENT=Staging", seen);
        Assert.Contains("ASPNETCORE_CONTENTROOT=" + folder.Root, seen);
        Assert.Contains("ASPNETCORE_APPLICATIONNAME=Shop", seen);
    }

    // A self-contained app, or one for another processor.
    [TestMethod]
    [Timeout(ProcessTimeoutMilliseconds, CooperativeCancellation = true)]
    public void Execute_WithoutDepsFile_Renders()
    {
        task.DepsFile = "";

        Assert.IsTrue(task.Execute(), AllErrors());

        Assert.DoesNotContain("--depsfile", Seen());
    }

    [TestMethod]
    [Timeout(ProcessTimeoutMilliseconds, CooperativeCancellation = true)]
    public void Execute_AnsweredWithErrors_FailsWithoutFiles()
    {
        folder.Write("answer.json", """
            { "version": 1, "pages": [], "diagnostics": [{ "isError": true, "code": "DP0201", "message": "threw", "line": 7 }] }
            """);

        Assert.IsFalse(task.Execute());

        Assert.AreEqual("DP0201", Assert.ContainsSingle(engine.Errors).Code);
        Assert.IsEmpty(task.RenderedFiles);
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
        Script("echo 'the last words'\n" + script);

        Assert.IsFalse(task.Execute());

        Assert.AreEqual(code, Assert.ContainsSingle(engine.Errors).Code, AllErrors());
        Assert.Contains(message => message.Message!.Contains("the last words", StringComparison.Ordinal), engine.Messages);
    }

    [TestMethod]
    [Timeout(ProcessTimeoutMilliseconds, CooperativeCancellation = true)]
    public void Execute_AnswerOfAnotherVersion_SaysSo()
    {
        folder.Write("answer.json", """{ "version": 2 }""");

        Assert.IsFalse(task.Execute());

        Assert.AreEqual(DiagnosticCodes.OtherVersion, Assert.ContainsSingle(engine.Errors).Code, AllErrors());
    }

    [TestMethod]
    [Timeout(ProcessTimeoutMilliseconds, CooperativeCancellation = true)]
    public void Execute_AppPrintsErrors_TakesThemForNoise()
    {
        Script("""
            echo '/src/x.cs(1,1): error CS1234: not ours'
            echo 'warning : nor this' >&2
            cat answer.json > "$RESPONSE"
            """);

        Assert.IsTrue(task.Execute(), AllErrors());

        Assert.IsEmpty(engine.Errors);
        Assert.IsEmpty(engine.Warnings);
    }

    [TestMethod]
    [Timeout(ProcessTimeoutMilliseconds, CooperativeCancellation = true)]
    public void Execute_IncrementalAndUnchanged_DoesNotStartTheRendererAndReplaysWarnings()
    {
        folder.Write("obj/downpage/pages/502.html", "<h1>Down</h1>");
        folder.Write("obj/downpage/pages/downpages.json", "{}");
        folder.Write("answer.json", OnePage.Replace(
            "\"diagnostics\": []",
            "\"diagnostics\": [{ \"isError\": false, \"code\": \"DP0205\", \"message\": \"odd\" }]",
            StringComparison.Ordinal));
        task.Incremental = "true";
        Assert.IsTrue(task.Execute(), AllErrors());

        Script("exit 134");
        var second = CreateTask();
        second.Incremental = "true";
        Assert.IsTrue(second.Execute(), AllErrors());

        Assert.HasCount(2, engine.Warnings);
        Assert.HasCount(2, second.RenderedFiles);
    }

    [TestMethod]
    [Timeout(ProcessTimeoutMilliseconds, CooperativeCancellation = true)]
    public void Execute_NotIncremental_AlwaysStartsTheRenderer()
    {
        folder.Write("obj/downpage/pages/502.html", "<h1>Down</h1>");
        folder.Write("obj/downpage/pages/downpages.json", "{}");
        Assert.IsTrue(task.Execute(), AllErrors());

        Script("exit 134");
        Assert.IsFalse(CreateTask().Execute());
    }

    [TestMethod]
    [DataRow("Library", "v10.0", DiagnosticCodes.NotAnAspNetCoreApp)]
    [DataRow("Exe", "v7.0", DiagnosticCodes.FrameworkTooOld)]
    public void Execute_ProjectThatCannotBeRendered_SaysWhy(string outputType, string version, string code)
    {
        task.OutputType = outputType;
        task.TargetFrameworkVersion = version;

        Assert.IsFalse(task.Execute());

        Assert.AreEqual(code, Assert.ContainsSingle(engine.Errors).Code);
    }

    [TestMethod]
    public void Execute_WrongPropertiesAndItems_ReportsAllWithoutStarting()
    {
        task.Host = "Kestrel";
        task.TimeoutSeconds = "soon";
        task.Pages = [new TaskItem("Views/Errors/504.cshtml")];

        Assert.IsFalse(task.Execute());

        CollectionAssert.AreEqual(
            new[] { "DP0012", "DP0012", "DP0001" }, engine.Errors.ConvertAll(error => error.Code));
        Assert.IsFalse(File.Exists(folder.PathOf("seen.txt")));
    }

    // Seen by the program that stands in for dotnet: its arguments, its working directory, its environment.
    private string[] Seen() => File.ReadAllLines(folder.PathOf("seen.txt"));

    private void Script(string commands) => folder.Write("script.sh", commands.ReplaceLineEndings("\n") + "\n");

    private string AllErrors() => string.Join("\n", engine.Errors.Select(error => $"{error.Code}: {error.Message}"));

    private RenderDownPages CreateTask() => new()
    {
        BuildEngine = engine,
        Pages = [new TaskItem("Views/Errors/502.cshtml")],
        ProjectFile = folder.PathOf("Shop.csproj"),
        ProjectDirectory = folder.Root,
        ApplicationName = "Shop",
        ApplicationAssembly = folder.PathOf("obj/Shop.dll"),
        ApplicationDirectory = folder.PathOf("bin/"),
        OutputType = "Exe",
        FrameworkReferences = [new TaskItem("Microsoft.NETCore.App"), new TaskItem("Microsoft.AspNetCore.App")],
        TargetFramework = "net10.0",
        TargetFrameworkVersion = "v10.0",
        IntermediateDirectory = folder.PathOf("obj/downpage/"),
        DotNetHost = host.Program,
        Renderer = "/pkg/tools/net9.0/any/DownPage.Renderer.dll",
        DepsFile = folder.PathOf("bin/Shop.deps.json"),
        EnvironmentName = "Staging",
        Host = "Services",
        RoutePattern = "{controller=Home}/{action=Index}/{id?}",
        BaseUrl = "https://localhost",
        OutputPath = "_downpage/",
        TimeoutSeconds = "120",
        DocumentationFile = "/pkg/docs/errors.md",
    };
}
