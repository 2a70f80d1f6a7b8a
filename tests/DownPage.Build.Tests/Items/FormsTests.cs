using DownPage.RenderProtocol;

namespace DownPage.Build.Tests.Items;

/// <summary>What is published beside a page, and who has the name when two want it.</summary>
[TestClass]
public sealed class FormsTests : IDisposable
{
    private readonly SampleProject project = new();

    public void Dispose() => project.Dispose();

    [TestMethod]
    [DataRow("502.html", "Html Json Text")]
    [DataRow("errors/502.HTM", "Html Json Text", DisplayName = "the older ending, in capitals")]
    [DataRow("502.json", "Html", DisplayName = "a form already")]
    [DataRow("502", "Html", DisplayName = "no ending")]
    public void Forms_OfATarget_AreThoseOfPagesOnly(string targetPath, string expected)
    {
        var reader = project.Read(SampleProject.Item("Views/Errors/502.cshtml", ("TargetPath", targetPath)));

        Assert.IsEmpty(reader.Errors);
        Assert.AreEqual(expected, Formats(reader.Pages.Single()));
    }

    [TestMethod]
    [DataRow(true, DisplayName = "the page first")]
    [DataRow(false, DisplayName = "the item that names the form first")]
    public void Form_ThatAnItemNames_IsThatItems(bool pageFirst)
    {
        var page = SampleProject.Item("Views/Errors/502.cshtml");
        var form = SampleProject.Item("Views/Errors/Down.cshtml", ("TargetPath", "502.JSON"));

        var reader = project.Read(pageFirst ? [page, form] : [form, page]);

        Assert.IsEmpty(reader.Errors);
        Assert.AreEqual("Html Text", Formats(reader.Pages.Single(read => read.Name == "502.html")));
    }

    [TestMethod]
    public void Form_OfOneCultureThatAnItemNames_StaysForTheOthers()
    {
        var reader = project.Read(
            SampleProject.Item("Views/Errors/502.cshtml", ("Cultures", "en;de")),
            SampleProject.Item("Views/Errors/Down.cshtml", ("TargetPath", "502.de.txt"), ("Cultures", "")));

        Assert.IsEmpty(reader.Errors);
        Assert.AreEqual("Html Json Text", Formats(reader.Pages[0]));
        Assert.AreEqual("Html Json", Formats(reader.Pages[1]));
    }

    [TestMethod]
    public void Form_OfTwoPages_IsTheFirstOnes()
    {
        var reader = project.Read(
            SampleProject.Item("Views/Errors/502.cshtml"),
            SampleProject.Item("Views/Errors/Down.cshtml", ("TargetPath", "502.htm")));

        Assert.IsEmpty(reader.Errors);
        Assert.AreEqual("Html Json Text", Formats(reader.Pages[0]));
        Assert.AreEqual("Html", Formats(reader.Pages[1]));
    }

    [TestMethod]
    [DataRow("_downpage/502.json", "Formats=\"html\"")]
    [DataRow("_downpage/502.txt", "Formats=\"html\"")]
    [DataRow("_downpage/502.html.gz", "Compress=\"false\"")]
    [DataRow("_downpage/502.html.br", "Compress=\"false\"")]
    public void Form_WhereAnotherFileIsPublished_IsRefused(string published, string without)
    {
        project.Defaults.PublishedPaths.Add(published);

        var reader = project.Read(SampleProject.Item("Views/Errors/502.cshtml"));

        var error = Assert.ContainsSingle(reader.Errors);
        Assert.AreEqual(DiagnosticCodes.TargetTaken, error.Code);
        Assert.StartsWith($"'Views/Errors/502.cshtml' would be published as '{published}' as well, and", error.Message);
        Assert.Contains(without, error.Message);
    }

    [TestMethod]
    [DataRow("_downpage/502.json", "Formats", "html")]
    [DataRow("_downpage/502.html.gz", "Compress", "false")]
    public void Form_LeftOut_TakesNobodysPlace(string published, string name, string value)
    {
        project.Defaults.PublishedPaths.Add(published);

        Assert.IsEmpty(project.Read(SampleProject.Item("Views/Errors/502.cshtml", (name, value))).Errors);
    }

    [TestMethod]
    public void CompressedForm_ThatAnItemNames_IsRefused()
    {
        var reader = project.Read(
            SampleProject.Item("Views/Errors/502.cshtml"),
            SampleProject.Item("Views/Errors/Down.cshtml", ("TargetPath", "502.html.gz")));

        var error = Assert.ContainsSingle(reader.Errors);
        Assert.AreEqual(DiagnosticCodes.DuplicateTarget, error.Code);
        Assert.Contains("'502.html.gz'", error.Message);
    }

    private static string Formats(RenderPage page) => string.Join(' ', page.Options.Formats);
}
