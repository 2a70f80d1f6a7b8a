namespace DownPage.Build.Tests.Items;

[TestClass]
public sealed class TargetPathsTests
{
    [TestMethod]
    [DataRow("502.html")]
    [DataRow("errors/502.html")]
    [DataRow("a..b/502.html", DisplayName = "two dots within a name")]
    [DataRow("errors/downpages.json", DisplayName = "the manifest's name in a folder")]
    public void WhyInvalid_RelativeFile_IsNull(string path) => Assert.IsNull(TargetPaths.WhyInvalid(path));

    [TestMethod]
    [DataRow("/502.html", "is an absolute path")]
    [DataRow("C:502.html", "is an absolute path")]
    [DataRow("..", "leaves the output folder")]
    [DataRow("errors/../../502.html", "leaves the output folder")]
    [DataRow("errors/../502.html", "leaves the output folder", DisplayName = "back again, which nobody needs to write")]
    [DataRow("", "names no file")]
    [DataRow("errors//502.html", "names no file")]
    [DataRow("errors/./502.html", "names no file")]
    [DataRow("errors/", "names no file")]
    [DataRow("50<2>.html", "holds a character that not every system allows in file names")]
    [DataRow("errors/x:502.html", "holds a character that not every system allows in file names")]
    [DataRow("502\t.html", "holds a character that not every system allows in file names")]
    [DataRow("downpages.json", "is the name of the page manifest")]
    public void WhyInvalid_Unusable_SaysWhy(string path, string expected)
        => Assert.AreEqual(expected, TargetPaths.WhyInvalid(path));

    [TestMethod]
    [DataRow("502.html", "502.de.html")]
    [DataRow("errors.v1/502.html", "errors.v1/502.de.html")]
    [DataRow("502", "502.de", DisplayName = "without ending")]
    [DataRow("502.min.html", "502.min.de.html")]
    public void ForCulture_AnyPath_PutsTheCultureBeforeTheEnding(string path, string expected)
        => Assert.AreEqual(expected, TargetPaths.ForCulture(path, "de"));

    [TestMethod]
    [DataRow("_downpage/502.html", "_downpage/502.html")]
    [DataRow("_downpage\\errors\\502.html", "_downpage/errors/502.html")]
    [DataRow("./502.html", "502.html")]
    [DataRow("_downpage//502.html", "_downpage/502.html")]
    [DataRow("a/b/../502.html", "a/502.html")]
    [DataRow("../502.html", "../502.html")]
    [DataRow("/srv/./shop/../502.html", "/srv/502.html")]
    public void Normalize_AnyPath_HasNoDetours(string path, string expected)
        => Assert.AreEqual(expected, TargetPaths.Normalize(path));
}
