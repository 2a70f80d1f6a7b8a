using System.Diagnostics;
using DownPage.Renderer.Rendering;

namespace DownPage.Renderer.Tests.Rendering;

[TestClass]
public sealed class SourcePlaceTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly StackTrace trace = new(Thrower.InView(new InvalidOperationException()), fNeedFileInfo: true);

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public void Find_ViewOfADeterministicBuild_IsTheFileInTheContentRoot()
    {
        var view = folder.Write("Shop/Views/Errors/502.cshtml", "");

        var place = Find(IsView);

        Assert.IsNotNull(place);
        Assert.AreEqual(view, place.File);
        Assert.AreEqual(7, place.Line);
    }

    [TestMethod]
    public void Find_Anything_IsTheInnermostFrame()
    {
        folder.Write("Shop/Views/Errors/502.cshtml", "");
        var service = folder.Write("Shop/Services/Phones.cs", "");

        var place = Find(_ => true);

        Assert.IsNotNull(place);
        Assert.AreEqual(service, place.File);
        Assert.AreEqual(21, place.Line);
    }

    [TestMethod]
    public void Find_ViewOfAReferencedProject_IsTheFileBesideTheContentRoot()
    {
        var view = folder.Write("Views/Errors/502.cshtml", "");

        var place = SourcePlace.Find(trace, folder.PathOf("Web"), IsView);

        Assert.AreEqual(view, place?.File);
    }

    [TestMethod]
    [DataRow("Shop")]
    [DataRow("Shop/", DisplayName = "with its slash")]
    public void Find_ContentRoot_MayEndInASlash(string contentRoot)
    {
        var view = folder.Write("Views/Errors/502.cshtml", "");

        Assert.AreEqual(view, SourcePlace.Find(trace, folder.PathOf(contentRoot), IsView)?.File);
    }

    [TestMethod]
    public void Find_SourceIsNotHere_IsNull() => Assert.IsNull(Find(IsView));

    [TestMethod]
    public void Find_NothingWanted_IsNull()
    {
        folder.Write("Shop/Views/Errors/502.cshtml", "");

        Assert.IsNull(Find(_ => false));
    }

    private SourcePlace? Find(Func<string, bool> wanted) => SourcePlace.Find(trace, folder.PathOf("Shop"), wanted);

    private static bool IsView(string file) => file.EndsWith(".cshtml", StringComparison.Ordinal);
}
