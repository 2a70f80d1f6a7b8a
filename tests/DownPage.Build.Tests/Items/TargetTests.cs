using DownPage.RenderProtocol;

namespace DownPage.Build.Tests.Items;

[TestClass]
public sealed class TargetTests : IDisposable
{
    private readonly SampleProject project = new();

    public void Dispose() => project.Dispose();

    [TestMethod]
    [DataRow("Views/Errors/502.cshtml", "502.html", DisplayName = "a view: its name as .html")]
    [DataRow("Views\\Errors\\502.cshtml", "502.html", DisplayName = "backslashes, as Visual Studio writes them")]
    [DataRow("504.html", "504.html", DisplayName = "only a name: itself")]
    [DataRow("504.json", "504.json", DisplayName = "only a name with an ending of its own")]
    [DataRow("504", "504.html", DisplayName = "only a name without ending")]
    [DataRow("errors/504.htm", "504.htm", DisplayName = "the folder of the item is not the folder of the page")]
    public void Target_NotGiven_IsMadeOfTheItemsName(string include, string expected)
    {
        var reader = project.Read(SampleProject.Item(include, ("View", "/Views/Errors/Down.cshtml")));

        Assert.IsEmpty(reader.Errors);
        Assert.AreEqual(expected, reader.Pages.Single().Name);
        CollectionAssert.AreEqual(new[] { expected }, reader.Pages.Single().OutputPaths);
    }

    [TestMethod]
    [DataRow("503.html", "503.html")]
    [DataRow("errors/503.html", "errors/503.html")]
    [DataRow("errors\\503.html", "errors/503.html", DisplayName = "backslash")]
    [DataRow("  503.html  ", "503.html", DisplayName = "spaces around it")]
    [DataRow("Wartung für 503.html", "Wartung für 503.html", DisplayName = "spaces and non-ASCII")]
    public void Target_Given_IsTaken(string targetPath, string expected)
    {
        var reader = project.Read(SampleProject.Item("Views/Errors/502.cshtml", ("TargetPath", targetPath)));

        Assert.IsEmpty(reader.Errors);
        Assert.AreEqual(expected, reader.Pages.Single().Name);
    }

    [TestMethod]
    [DataRow("../503.html", "leaves the output folder")]
    [DataRow("a/../../503.html", "leaves the output folder")]
    [DataRow("/srv/503.html", "is an absolute path")]
    [DataRow("C:/503.html", "is an absolute path")]
    [DataRow("folder-503/", "names no file")]
    [DataRow("./503.html", "names no file")]
    [DataRow("503?.html", "holds a character")]
    [DataRow("DownPages.json", "is the name of the page manifest", DisplayName = "the manifest, in another case")]
    public void Target_Invalid_IsRefusedWithTheReason(string targetPath, string why)
    {
        var reader = project.Read(SampleProject.Item("Views/Errors/502.cshtml", ("TargetPath", targetPath)));

        var error = Assert.ContainsSingle(reader.Errors);
        Assert.AreEqual(DiagnosticCodes.InvalidTargetPath, error.Code);
        Assert.StartsWith($"The target '{targetPath}' of 'Views/Errors/502.cshtml' {why}", error.Message);
        Assert.IsEmpty(reader.Pages);
    }

    [TestMethod]
    [DataRow("same-502.html", "same-502.html", DisplayName = "the same")]
    [DataRow("Case-502.html", "case-502.HTML", DisplayName = "but for upper and lower case")]
    [DataRow("errors/502.html", "errors\\502.html", DisplayName = "but for the slash")]
    public void Target_OfTwoItems_IsRefused(string first, string second)
    {
        var reader = project.Read(
            SampleProject.Item("Views/Errors/502.cshtml", ("TargetPath", first)),
            SampleProject.Item("Views/Errors/Down.cshtml", ("TargetPath", second)));

        var error = Assert.ContainsSingle(reader.Errors);
        Assert.AreEqual(DiagnosticCodes.DuplicateTarget, error.Code);
        Assert.StartsWith("'Views/Errors/502.cshtml' and 'Views/Errors/Down.cshtml' are both rendered to ", error.Message);
    }

    [TestMethod]
    public void Target_OfAGlobAndAnInclude_SaysUpdate()
    {
        var reader = project.Read(
            SampleProject.Item("Views/Errors/502.cshtml"),
            SampleProject.Item("Views/Errors/502.cshtml", ("Title", "Back soon")));

        var error = Assert.ContainsSingle(reader.Errors);
        Assert.AreEqual(DiagnosticCodes.DuplicateTarget, error.Code);
        Assert.Contains("<DownPage Update=", error.Message);
    }

    [TestMethod]
    public void Target_OfAnotherItemsCulture_IsRefused()
    {
        var reader = project.Read(
            SampleProject.Item("Views/Errors/502.cshtml", ("Cultures", "en;de")),
            SampleProject.Item("Views/Errors/Down.cshtml", ("TargetPath", "502.de.html")));

        var error = Assert.ContainsSingle(reader.Errors);
        Assert.AreEqual(DiagnosticCodes.DuplicateTarget, error.Code);
        Assert.Contains("'502.de.html'", error.Message);
    }

    [TestMethod]
    [DataRow("_downpage/502.html")]
    [DataRow("_DownPage/502.HTML", DisplayName = "in another case: one file on Windows and macOS")]
    public void Target_WhereAnotherFileIsPublished_IsRefused(string published)
    {
        project.Defaults.PublishedPaths.Add(published);

        var reader = project.Read(SampleProject.Item("Views/Errors/502.cshtml"));

        var error = Assert.ContainsSingle(reader.Errors);
        Assert.AreEqual(DiagnosticCodes.TargetTaken, error.Code);
        Assert.Contains("'_downpage/502.html'", error.Message);
    }
}
