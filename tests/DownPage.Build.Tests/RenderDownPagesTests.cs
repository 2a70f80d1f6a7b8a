using DownPage.Build.Tests.Items;
using DownPage.RenderProtocol;
using Microsoft.Build.Utilities;

namespace DownPage.Build.Tests;

/// <summary>The task from its items to its outputs, with a script in the renderer's place.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class RenderDownPagesTests : IDisposable
{
    private const int ProcessTimeoutMilliseconds = 60_000;

    private readonly TaskFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [TestMethod]
    [Timeout(ProcessTimeoutMilliseconds, CooperativeCancellation = true)]
    public void Execute_Answered_GivesTheFilesAndTheSummary()
    {
        Assert.IsTrue(fixture.Task.Execute(), fixture.AllErrors);

        CollectionAssert.AreEqual(
            new[] { "_downpage/502.html true", "_downpage/502.html.br false", "_downpage/downpages.json false" },
            Array.ConvertAll(
                fixture.Task.RenderedFiles, file => $"{file.GetMetadata("RelativePath")} {file.GetMetadata("IsPage")}"));
        Assert.AreEqual(fixture.Folder.PathOf("obj/downpage/pages/502.html"), fixture.Task.RenderedFiles[0].ItemSpec);
        Assert.StartsWith("1 down page in _downpage/, 2 KB, ", fixture.Task.Summary);
        Assert.IsEmpty(fixture.Task.PreviewFile);
        Assert.IsEmpty(fixture.Engine.Warnings);
    }

    [TestMethod]
    [Timeout(ProcessTimeoutMilliseconds, CooperativeCancellation = true)]
    public void Execute_Asked_TellsTheRendererWhatToDoWithPages()
    {
        fixture.Task.Options.SetMetadata("InlineLimit", "1000");
        fixture.Task.Pages = [SampleProject.Item("Views/Errors/502.cshtml", ("Scripts", "Keep"))];

        Assert.IsTrue(fixture.Task.Execute(), fixture.AllErrors);

        var request = RenderDocuments.ReadRequest(fixture.Folder.PathOf("obj/downpage/render-request.json"));
        Assert.AreEqual("/pkg/tools/net8.0/standalone/DownPage.StandAlone.dll", request.StandAloneAssembly);
        Assert.AreEqual("_downpage/", request.OutputPath);
        Assert.IsNull(request.PreviewDirectory);
        Assert.AreEqual(1_000, request.Pages.Single().Options.InlineLimit);
        Assert.AreEqual(ScriptHandling.Keep, request.Pages.Single().Options.Scripts);
    }

    [TestMethod]
    [Timeout(ProcessTimeoutMilliseconds, CooperativeCancellation = true)]
    public void Execute_PreviewWanted_AsksForItAndSaysWhereItIs()
    {
        fixture.Task.PreviewDirectory = fixture.Folder.PathOf("obj/downpage/preview");

        Assert.IsTrue(fixture.Task.Execute(), fixture.AllErrors);

        var request = RenderDocuments.ReadRequest(fixture.Folder.PathOf("obj/downpage/render-request.json"));
        Assert.AreEqual(fixture.Folder.PathOf("obj/downpage/preview"), request.PreviewDirectory);
        Assert.AreEqual(fixture.Folder.PathOf("obj/downpage/preview/index.html"), fixture.Task.PreviewFile);
    }

    // The stamp knows nothing of the gallery's files.
    [TestMethod]
    [Timeout(ProcessTimeoutMilliseconds, CooperativeCancellation = true)]
    public void Execute_PreviewWantedIncrementally_StartsTheRenderer()
    {
        fixture.WritePages();
        foreach (var task in (RenderDownPages[])[fixture.Task, fixture.CreateTask()])
        {
            File.Delete(fixture.Folder.PathOf("seen.txt"));
            task.Incremental = "true";
            task.PreviewDirectory = fixture.Folder.PathOf("obj/downpage/preview");

            Assert.IsTrue(task.Execute(), fixture.AllErrors);

            Assert.IsTrue(File.Exists(fixture.Folder.PathOf("seen.txt")));
        }
    }

    [TestMethod]
    [Timeout(ProcessTimeoutMilliseconds, CooperativeCancellation = true)]
    [DataRow(".")]
    [DataRow("./")]
    public void Execute_PagesInThePublishFolderItself_AreRelativeToIt(string outputPath)
    {
        fixture.Task.OutputPath = outputPath;

        Assert.IsTrue(fixture.Task.Execute(), fixture.AllErrors);

        Assert.AreEqual("502.html", fixture.Task.RenderedFiles[0].GetMetadata("RelativePath"));
    }

    [TestMethod]
    [Timeout(ProcessTimeoutMilliseconds, CooperativeCancellation = true)]
    public void Execute_AnsweredWithErrors_FailsWithoutFiles()
    {
        fixture.Answer("""
            { "version": 1, "pages": [], "diagnostics": [{ "isError": true, "code": "DP0201", "message": "threw", "line": 7 }] }
            """);

        Assert.IsFalse(fixture.Task.Execute());

        Assert.AreEqual("DP0201", Assert.ContainsSingle(fixture.Engine.Errors).Code);
        Assert.IsEmpty(fixture.Task.RenderedFiles);
    }

    [TestMethod]
    [Timeout(ProcessTimeoutMilliseconds, CooperativeCancellation = true)]
    public void Execute_IncrementalAndUnchanged_DoesNotStartTheRendererAndReplaysWarnings()
    {
        fixture.WritePages();
        fixture.AnswerWithWarning();
        fixture.Task.Incremental = "true";
        Assert.IsTrue(fixture.Task.Execute(), fixture.AllErrors);

        fixture.Script("exit 134");
        var second = fixture.CreateTask();
        second.Incremental = "true";
        Assert.IsTrue(second.Execute(), fixture.AllErrors);

        Assert.HasCount(2, fixture.Engine.Warnings);
        Assert.HasCount(3, second.RenderedFiles);
    }

    [TestMethod]
    [Timeout(ProcessTimeoutMilliseconds, CooperativeCancellation = true)]
    public void Execute_NotIncremental_AlwaysStartsTheRenderer()
    {
        fixture.WritePages();
        Assert.IsTrue(fixture.Task.Execute(), fixture.AllErrors);

        fixture.Script("exit 134");
        Assert.IsFalse(fixture.CreateTask().Execute());
    }

    [TestMethod]
    [DataRow("Library", "v10.0", DiagnosticCodes.NotAnAspNetCoreApp)]
    [DataRow("Exe", "v7.0", DiagnosticCodes.FrameworkTooOld)]
    public void Execute_ProjectThatCannotBeRendered_SaysWhy(string outputType, string version, string code)
    {
        fixture.Task.OutputType = outputType;
        fixture.Task.TargetFrameworkVersion = version;

        Assert.IsFalse(fixture.Task.Execute());

        Assert.AreEqual(code, Assert.ContainsSingle(fixture.Engine.Errors).Code);
    }

    [TestMethod]
    public void Execute_WrongPropertiesAndItems_ReportsAllWithoutStarting()
    {
        fixture.Task.Host = "Kestrel";
        fixture.Task.TimeoutSeconds = "soon";
        fixture.Task.Options.SetMetadata("Minify", "yes");
        fixture.Task.Pages = [new TaskItem("Views/Errors/504.cshtml")];

        Assert.IsFalse(fixture.Task.Execute());

        CollectionAssert.AreEqual(
            new[] { "DP0012", "DP0012", "DP0012", "DP0001" }, fixture.Engine.Errors.ConvertAll(error => error.Code));
        Assert.IsFalse(File.Exists(fixture.Folder.PathOf("seen.txt")));
    }
}
