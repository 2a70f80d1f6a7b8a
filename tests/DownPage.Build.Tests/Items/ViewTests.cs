using DownPage.RenderProtocol;

namespace DownPage.Build.Tests.Items;

[TestClass]
public sealed class ViewTests : IDisposable
{
    private readonly SampleProject project = new();

    public void Dispose() => project.Dispose();

    [TestMethod]
    public void View_OfTheProject_IsItsPathFromTheRoot()
    {
        var page = project.Read(SampleProject.Item("Views/Errors/502.cshtml")).Pages.Single();

        Assert.AreEqual("Views/Errors/502.cshtml", page.Item);
        Assert.AreEqual("/Views/Errors/502.cshtml", page.View);
        Assert.AreEqual(Path.Combine(project.Directory, "Views/Errors/502.cshtml"), page.SourceFile);
        Assert.IsNull(page.Route);
    }

    [TestMethod]
    public void View_GivenByItsFullPath_IsItsPathFromTheRoot()
    {
        var path = Path.Combine(project.Directory, "Views/../Views/Errors/502.cshtml");

        var reader = project.Read(SampleProject.Item(path));

        Assert.IsEmpty(reader.Errors);
        Assert.AreEqual("/Views/Errors/502.cshtml", reader.Pages.Single().View);
    }

    [TestMethod]
    public void View_Missing_IsReportedWithThePathThatWasTried()
    {
        var reader = project.Read(SampleProject.Item("Views/Errors/504.cshtml"));

        var error = Assert.ContainsSingle(reader.Errors);
        Assert.AreEqual(DiagnosticCodes.FileMissing, error.Code);
        Assert.Contains(Path.Combine(project.Directory, "Views/Errors/504.cshtml"), error.Message);
    }

    [TestMethod]
    [DataRow("Views/Errors/Dwon.cshtml", "Views/Errors/Down.cshtml", DisplayName = "misspelt")]
    [DataRow("Views/Errors/down.html", "Views/Errors/Down.cshtml", DisplayName = "another ending")]
    [DataRow("/Views/Errors/Dwon.cshtml", "Views/Errors/Down.cshtml", DisplayName = "a path within the site")]
    [DataRow("~/Views/Errors/Down.cshtml", "Views/Errors/Down.cshtml", DisplayName = "the same with a tilde")]
    [DataRow("Views/Error/Down.cshtml", "Views/Errors/Down.cshtml", DisplayName = "in another folder")]
    public void View_AlmostThere_IsOffered(string include, string expected)
    {
        var reader = project.Read(SampleProject.Item(include, ("StatusCode", "503")));

        Assert.Contains($"Did you mean '{expected}'?", Assert.ContainsSingle(reader.Errors).Message);
    }

    [TestMethod]
    public void View_NowhereNear_OffersNothing()
    {
        var reader = project.Read(SampleProject.Item("Areas/Admin/Reports/Monthly.cshtml", ("StatusCode", "503")));

        Assert.DoesNotContain("Did you mean", Assert.ContainsSingle(reader.Errors).Message);
    }

    [TestMethod]
    public void View_OutsideTheProject_IsRefused()
    {
        project.AddFile("../Common/503.cshtml");

        var reader = project.Read(SampleProject.Item("../Common/503.cshtml"));

        var error = Assert.ContainsSingle(reader.Errors);
        Assert.AreEqual(DiagnosticCodes.OutsideProject, error.Code);
        Assert.Contains("Link=", error.Message);
    }

    [TestMethod]
    public void View_InAFolderThatStartsLikeTheProject_IsOutside()
    {
        project.AddFile("../Shop.Common/503.cshtml");

        var reader = project.Read(SampleProject.Item("../Shop.Common/503.cshtml"));

        Assert.AreEqual(DiagnosticCodes.OutsideProject, Assert.ContainsSingle(reader.Errors).Code);
    }

    [TestMethod]
    [DataRow("Views/Errors/503.cshtml")]
    [DataRow("Views\\Errors\\503.cshtml", DisplayName = "backslashes")]
    public void View_OutsideTheProjectWithLink_IsTheLink(string link)
    {
        project.AddFile("../Common/503.cshtml");

        var reader = project.Read(SampleProject.Item("../Common/503.cshtml", ("Link", link)));

        Assert.IsEmpty(reader.Errors);
        Assert.AreEqual("/Views/Errors/503.cshtml", reader.Pages.Single().View);
    }

    [TestMethod]
    [DataRow("/Views/Shared/Down.cshtml")]
    [DataRow("~/Views/Shared/Down.cshtml")]
    public void View_ByMetadata_NeedsNoFile(string view)
    {
        var reader = project.Read(SampleProject.Item("503.html", ("View", view)));

        Assert.IsEmpty(reader.Errors);
        Assert.AreEqual("/Views/Shared/Down.cshtml", reader.Pages.Single().View);
        Assert.AreEqual(project.Defaults.ProjectFile, reader.Pages.Single().SourceFile);
    }

    [TestMethod]
    [DataRow("Views/Shared/Down.cshtml", DisplayName = "no slash before")]
    [DataRow("/Views/Shared/Down", DisplayName = "no ending")]
    [DataRow("Down", DisplayName = "a name")]
    [DataRow("/Components/Down.razor", DisplayName = "a component")]
    public void View_ByMetadataThatIsNoPath_IsRefused(string view)
    {
        var reader = project.Read(SampleProject.Item("503.html", ("View", view)));

        var error = Assert.ContainsSingle(reader.Errors);
        Assert.AreEqual(DiagnosticCodes.InvalidView, error.Code);
        Assert.StartsWith($"View=\"{view}\" of '503.html' is no view path.", error.Message);
    }

    [TestMethod]
    [DataRow("503.html")]
    [DataRow("Components/Down503.razor")]
    public void View_NeitherFileNorMetadata_IsAskedFor(string include)
    {
        var reader = project.Read(SampleProject.Item(include));

        Assert.AreEqual(DiagnosticCodes.NeitherViewNorRoute, Assert.ContainsSingle(reader.Errors).Code);
    }

    [TestMethod]
    public void Items_ManyWrong_AreAllReported()
    {
        var reader = project.Read(
            SampleProject.Item("Views/Errors/504.cshtml"),
            SampleProject.Item("Views/Errors/Down.cshtml", ("TargetPath", "/503.html"), ("Model", "x")),
            SampleProject.Item("Views/Errors/502.cshtml", ("StatusCode", "none")),
            SampleProject.Item("404.html", ("Route", "/not-found")));

        CollectionAssert.AreEqual(
            new[]
            {
                DiagnosticCodes.FileMissing,
                DiagnosticCodes.ReservedMetadata,
                DiagnosticCodes.InvalidTargetPath,
                DiagnosticCodes.InvalidStatusCode,
                DiagnosticCodes.RouteNeedsApp,
            },
            reader.Errors.ConvertAll(error => error.Code));
    }
}
