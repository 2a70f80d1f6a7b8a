using Microsoft.Build.Utilities;

namespace DownPage.Build.Tests;

/// <summary>A task in a project of one view, with a script of the test's own in the renderer's place.</summary>
internal sealed class TaskFixture : IDisposable
{
    private const string OnePage = """
        {
          "version": 1,
          "pages": [
            { "outputPath": "502.html", "isPage": true, "bytes": 2048 },
            { "outputPath": "502.html.br", "isPage": false, "bytes": 900 },
            { "outputPath": "downpages.json", "isPage": false, "bytes": 400 }
          ],
          "diagnostics": []
        }
        """;

    private static readonly Lazy<FakeHost> Host = new(() => new FakeHost());

    public TaskFixture()
    {
        Folder.Write("Views/Errors/502.cshtml", "<h1>Down</h1>");
        Answer(OnePage);
        Script("cat answer.json > \"$RESPONSE\"");
        Task = CreateTask();
    }

    public TempFolder Folder { get; } = new();

    public RecordingBuildEngine Engine { get; } = new();

    public RenderDownPages Task { get; }

    public string AllErrors => string.Join("\n", Engine.Errors.Select(error => $"{error.Code}: {error.Message}"));

    /// <summary>What the program in dotnet's place saw: its arguments, its working directory, its environment.</summary>
    public string[] Seen => File.ReadAllLines(Folder.PathOf("seen.txt"));

    /// <summary>Ends what all fixtures share.</summary>
    public static void DisposeHost()
    {
        if (Host.IsValueCreated)
            Host.Value.Dispose();
    }

    public void Script(string commands) => Folder.Write("script.sh", commands.ReplaceLineEndings("\n") + "\n");

    public void Answer(string response) => Folder.Write("answer.json", response);

    public void AnswerWithWarning() => Answer(OnePage.Replace(
        "\"diagnostics\": []",
        "\"diagnostics\": [{ \"isError\": false, \"code\": \"DP0205\", \"message\": \"odd\" }]",
        StringComparison.Ordinal));

    /// <summary>Lays the pages where the renderer would have.</summary>
    public void WritePages()
    {
        Folder.Write("obj/downpage/pages/502.html", "<h1>Down</h1>");
        Folder.Write("obj/downpage/pages/502.html.br", "compressed");
        Folder.Write("obj/downpage/pages/downpages.json", "{}");
    }

    public RenderDownPages CreateTask() => new()
    {
        BuildEngine = Engine,
        Pages = [new TaskItem("Views/Errors/502.cshtml")],
        ProjectFile = Folder.PathOf("Shop.csproj"),
        ProjectDirectory = Folder.Root,
        ApplicationName = "Shop",
        ApplicationAssembly = Folder.PathOf("obj/Shop.dll"),
        ApplicationDirectory = Folder.PathOf("bin/"),
        OutputType = "Exe",
        FrameworkReferences = [new TaskItem("Microsoft.NETCore.App"), new TaskItem("Microsoft.AspNetCore.App")],
        TargetFramework = "net10.0",
        TargetFrameworkVersion = "v10.0",
        IntermediateDirectory = Folder.PathOf("obj/downpage/"),
        DotNetHost = Host.Value.Program,
        Renderer = "/pkg/tools/net9.0/any/DownPage.Renderer.dll",
        DepsFile = Folder.PathOf("bin/Shop.deps.json"),
        EnvironmentName = "Staging",
        Host = "Services",
        RoutePattern = "{controller=Home}/{action=Index}/{id?}",
        BaseUrl = "https://localhost",
        OutputPath = "_downpage/",
        Options = new TaskItem("DownPage"),
        FrontEnds = new TaskItem("DownPage"),
        StandAlone = "/pkg/tools/net8.0/standalone/DownPage.StandAlone.dll",
        TimeoutSeconds = "120",
        Incremental = "false",
        Verbosity = "low",
        DocumentationFile = "/pkg/docs/errors.md",
    };

    public void Dispose() => Folder.Dispose();
}
