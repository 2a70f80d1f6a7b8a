namespace DownPage.Build.Tests.Items;

[TestClass]
public sealed class CulturesTests : IDisposable
{
    private readonly SampleProject project = new();

    public void Dispose() => project.Dispose();

    [TestMethod]
    public void Cultures_NotGiven_MakeOnePageWithoutCulture()
    {
        var page = project.Read(SampleProject.Item("Views/Errors/502.cshtml")).Pages.Single();

        Assert.IsNull(page.Culture);
        CollectionAssert.AreEqual(new[] { "502.html" }, page.OutputPaths);
    }

    [TestMethod]
    [DataRow("en;de;ar")]
    [DataRow("en,de,ar", DisplayName = "commas")]
    [DataRow(" en ; de ;; ar ; ", DisplayName = "spaces and empty entries")]
    public void Cultures_Several_MakeAFileEachAndThePlainNameForTheFirst(string cultures)
    {
        var reader = project.Read(SampleProject.Item("Views/Errors/502.cshtml", ("Cultures", cultures)));

        Assert.IsEmpty(reader.Errors);
        Assert.HasCount(3, reader.Pages);
        CollectionAssert.AreEqual(new[] { "en", "de", "ar" }, reader.Pages.ConvertAll(page => page.Culture));
        CollectionAssert.AreEqual(new[] { "502.en.html", "502.html" }, reader.Pages[0].OutputPaths);
        CollectionAssert.AreEqual(new[] { "502.de.html" }, reader.Pages[1].OutputPaths);
        CollectionAssert.AreEqual(new[] { "502.ar.html" }, reader.Pages[2].OutputPaths);
        foreach (var page in reader.Pages)
            Assert.AreEqual("502.html", page.Name);
    }

    [TestMethod]
    public void Cultures_OfTheProject_HoldForItemsWithoutTheirOwn()
    {
        project.Defaults.Cultures = "en;de";

        var reader = project.Read(
            SampleProject.Item("Views/Errors/502.cshtml"),
            SampleProject.Item("Views/Errors/503.cshtml", ("Cultures", "ar")));

        CollectionAssert.AreEqual(new[] { "en", "de", "ar" }, reader.Pages.ConvertAll(page => page.Culture));
    }

    [TestMethod]
    [DataRow("de;de")]
    [DataRow("de;DE", DisplayName = "but for upper and lower case")]
    public void Cultures_Twice_MakeOnePage(string cultures)
    {
        var reader = project.Read(SampleProject.Item("Views/Errors/502.cshtml", ("Cultures", cultures)));

        Assert.IsEmpty(reader.Errors);
        Assert.AreEqual("de", Assert.ContainsSingle(reader.Pages).Culture);
    }

    [TestMethod]
    public void Cultures_WithATargetInAFolder_KeepTheFolder()
    {
        var reader = project.Read(SampleProject.Item(
            "Views/Errors/502.cshtml", ("TargetPath", "errors.v1/502.html"), ("Cultures", "pt-BR")));

        CollectionAssert.AreEqual(
            new[] { "errors.v1/502.pt-BR.html", "errors.v1/502.html" }, reader.Pages.Single().OutputPaths);
    }


}
