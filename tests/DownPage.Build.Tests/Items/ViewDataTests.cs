using DownPage.RenderProtocol;

namespace DownPage.Build.Tests.Items;

[TestClass]
public sealed class ViewDataTests : IDisposable
{
    private readonly SampleProject project = new();

    public void Dispose() => project.Dispose();

    [TestMethod]
    public void ViewData_IsEveryMetadataWithoutAMeaningOfItsOwn()
    {
        var page = project.Read(SampleProject.Item(
            "Views/Errors/502.cshtml",
            ("Title", "Bad \"gateway\"%3B 50%25 ünï"),
            ("phone", "+1 555"),
            ("Link", "Views/Errors/502.cshtml"),
            ("CopyToPublishDirectory", "Never"),
            ("StatusCode", "502"),
            ("Layout", "_Plain"))).Pages.Single();

        CollectionAssert.AreEqual(
            new KeyValuePair<string, string>[] { new("Title", "Bad \"gateway\"; 50% ünï"), new("phone", "+1 555") },
            page.ViewData);
        Assert.AreEqual("_Plain", page.Layout);
    }

    [TestMethod]
    [DataRow("Culture", "Cultures=\"en;de\"")]
    [DataRow("culture", "Cultures=\"en;de\"", DisplayName = "in another case")]
    [DataRow("Model", "ViewData")]
    [DataRow("ReasonPhrase", "Take another name")]
    public void Metadata_Reserved_IsRefused(string name, string remedy)
    {
        var reader = project.Read(SampleProject.Item("Views/Errors/502.cshtml", (name, "x")));

        var error = Assert.ContainsSingle(reader.Errors);
        Assert.AreEqual(DiagnosticCodes.ReservedMetadata, error.Code);
        Assert.StartsWith($"The metadata '{name}' of 'Views/Errors/502.cshtml' ", error.Message);
        Assert.Contains(remedy, error.Message);
    }

    [TestMethod]
    public void Layout_OfTheProject_HoldsForItemsWithoutTheirOwn()
    {
        project.Defaults.Layout = "_Plain";

        var reader = project.Read(
            SampleProject.Item("Views/Errors/502.cshtml"),
            SampleProject.Item("Views/Errors/503.cshtml", ("Layout", "_Own")));

        CollectionAssert.AreEqual(new[] { "_Plain", "_Own" }, reader.Pages.ConvertAll(page => page.Layout));
    }
}
