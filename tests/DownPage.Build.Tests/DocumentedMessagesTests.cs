using DownPage.Build.Tests.Items;
using DownPage.RenderProtocol;

namespace DownPage.Build.Tests;

/// <summary>The messages of docs/errors.md are the real ones: whoever searches for one finds it.</summary>
[TestClass]
public sealed class DocumentedMessagesTests : IDisposable
{
    private const string DocumentedProject = "/src/Shop";

    private readonly SampleProject project = new();
    private readonly RenderDiagnostic[] diagnostics;

    public DocumentedMessagesTests()
    {
        var view = Item("Views/Errors/502.cshtml");
        var down = Item("Views/Errors/Down.cshtml");
        diagnostics =
        [
            ItemErrors.FileMissing(Item("Views/Errors/504.cshtml")),
            ItemErrors.OutsideProject(Item("../Common/503.cshtml")),
            ItemErrors.InvalidTargetPath(view, "../502.html", TargetPaths.WhyInvalid("../502.html")!),
            ItemErrors.DuplicateTarget(view.Spec, "502.html", view.Spec),
            ItemErrors.TargetTaken(view.Spec, "wwwroot/502.html"),
            ItemErrors.FormTaken(view.Spec, "wwwroot/502.json", "Formats=\"html\""),
            ItemErrors.StatusCodeUnknown(down, "Down.html"),
            ItemErrors.InvalidStatusCode(down, "50"),
            ItemErrors.NeitherViewNorRoute(Item("503.html")),
            ItemErrors.ViewAndRoute(Item("404.html", ("View", "/Views/Errors/404.cshtml"), ("Route", "/not-found"))),
            ItemErrors.RouteNeedsApp(Item("404.html", ("Route", "/not-found"))),
            ItemErrors.InvalidRoute(Item("404.html", ("Route", "https://shop.example/not-found"))),
            ItemErrors.InvalidProperty("DownPageHost", "Kestrel", "Valid are Services, App, Isolated."),
            ItemErrors.InvalidMetadata(view, "Compress", "no", "Valid are true and false."),
            ItemErrors.ReservedMetadata(down, "Culture"),
            ItemErrors.ReservedMetadata(down, "Model"),
            ItemErrors.ReservedMetadata(down, "ReasonPhrase"),
            ItemErrors.NotAnAspNetCoreApp("/src/Tools/Tools.csproj"),
            ItemErrors.FrameworkTooOld("net7.0"),
            ItemErrors.OtherVersion(new FormatException(
                "'/src/Shop/obj/Release/net10.0/downpage/render-response.json' is of version 2; this code reads version 1.")),
            ItemErrors.InvalidView(Item("503.html", ("View", "Views/Shared/Down"))),
        ];
    }

    public void Dispose() => project.Dispose();

    [TestMethod]
    public void Message_OfAnItemOrProperty_StandsInItsSection()
    {
        foreach (var diagnostic in diagnostics)
        {
            var message = diagnostic.Message.Replace(project.Directory, DocumentedProject, StringComparison.Ordinal);
            Assert.Contains(
                ErrorsDocument.OneLine(message), ErrorsDocument.Section(diagnostic.Code), diagnostic.Code);
        }
    }

    [TestMethod]
    public void Codes_OfItemsAndProperties_AreAllLookedUp()
    {
        var expected = Enumerable.Range(1, 16).Select(number => $"DP{number:0000}").Append("DP0903");

        CollectionAssert.AreEquivalent(
            expected.ToArray(), diagnostics.Select(diagnostic => diagnostic.Code).Distinct().ToArray());
    }

    private PageItem Item(string include, params (string Name, string Value)[] metadata)
        => new(SampleProject.Item(include, metadata), project.Directory);
}
