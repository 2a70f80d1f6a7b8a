using Microsoft.Build.Utilities;

namespace DownPage.Build.Tests;

[TestClass]
public sealed class PublishedPathsTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public void Find_PublishItems_AreTheirRelativePathsWithForwardSlashes()
    {
        var paths = PublishedPaths.Find([Published("appsettings.json"), Published("errors\\502.html")], null, "_downpage/");

        Assert.Contains("appsettings.json", paths);
        Assert.Contains("errors/502.html", paths);
        Assert.Contains("ERRORS/502.HTML", paths, "Windows and macOS take them for one file.");
    }

    [TestMethod]
    [DataRow("wwwroot/")]
    [DataRow("WWWROOT/errors/", DisplayName = "in another case, and a folder in it")]
    [DataRow("", DisplayName = "the publish folder, from which a target can go there")]
    public void Find_PagesInTheWebRoot_HasTheStaticWebAssetsUnderTheirPublishedNames(string outputPath)
    {
        var paths = PublishedPaths.Find([], EndpointsManifest(), outputPath);

        Assert.HasCount(2, paths);
        Assert.Contains("wwwroot/502.html", paths);
        Assert.Contains("wwwroot/css/site.abc123.css.gz", paths);
    }

    [TestMethod]
    public void Find_PagesElsewhere_DoesNotAskForStaticWebAssets()
        => Assert.IsEmpty(PublishedPaths.Find([], EndpointsManifest(), "_downpage/"));

    private string EndpointsManifest() => folder.Write("endpoints.json", """
        {
          "Version": 1,
          "ManifestType": "Publish",
          "Endpoints": [
            { "Route": "502.html", "AssetFile": "502.html", "Selectors": [] },
            { "Route": "css/site.css", "AssetFile": "css/site.abc123.css.gz", "Selectors": [{ "Name": "Content-Encoding" }] }
          ]
        }
        """);

    private static TaskItem Published(string relativePath)
    {
        var item = new TaskItem("obj/file");
        item.SetMetadata("RelativePath", relativePath);
        return item;
    }
}
