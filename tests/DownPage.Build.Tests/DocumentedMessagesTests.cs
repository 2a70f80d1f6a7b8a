using DownPage.Build.Tests.Items;
using DownPage.RenderProtocol;

namespace DownPage.Build.Tests;

/// <summary>The messages of docs/errors.md are the real ones: whoever searches for one finds it.</summary>
[TestClass]
public sealed class DocumentedMessagesTests
{
    private static readonly PageItem Missing = Item("Views/Errors/504.cshtml");
    private static readonly PageItem Outside = Item("../Common/503.cshtml");
    private static readonly PageItem View = Item("Views/Errors/502.cshtml");
    private static readonly PageItem Down = Item("Views/Errors/Down.cshtml");
    private static readonly PageItem Name = Item("503.html");
    private static readonly PageItem Route = Item("404.html", ("Route", "/not-found"));

    private static readonly RenderDiagnostic[] Diagnostics =
    [
        ItemErrors.FileMissing(Missing),
        ItemErrors.OutsideProject(Outside),
        ItemErrors.InvalidTargetPath(View, "../502.html", TargetPaths.WhyInvalid("../502.html")!),
        ItemErrors.DuplicateTarget(View, "502.html", View.Spec),
        ItemErrors.TargetTaken(View, "wwwroot/502.html"),
        ItemErrors.StatusCodeUnknown(Down, "Down.html"),
        ItemErrors.InvalidStatusCode(Down, "50"),
        ItemErrors.NeitherViewNorRoute(Name),
        ItemErrors.ViewAndRoute(Item("404.html", ("View", "/Views/Errors/404.cshtml"), ("Route", "/not-found"))),
        ItemErrors.RouteNeedsApp(Route),
        ItemErrors.InvalidRoute(Item("404.html", ("Route", "https://shop.example/not-found"))),
        ItemErrors.InvalidProperty("DownPageHost", "Kestrel", "Valid are Services, App, Isolated."),
        ItemErrors.ReservedMetadata(Down, "Culture"),
        ItemErrors.ReservedMetadata(Down, "Model"),
        ItemErrors.ReservedMetadata(Down, "ReasonPhrase"),
        ItemErrors.NotAnAspNetCoreApp("/src/Tools/Tools.csproj"),
        ItemErrors.FrameworkTooOld("net7.0"),
        ItemErrors.InvalidView(Item("503.html", ("View", "Views/Shared/Down"))),
    ];

    [TestMethod]
    public void Message_OfAnItemOrProperty_StandsInItsSection()
    {
        foreach (var diagnostic in Diagnostics)
        {
            Assert.Contains(
                ErrorsDocument.OneLine(diagnostic.Message), ErrorsDocument.Section(diagnostic.Code), diagnostic.Code);
        }
    }

    [TestMethod]
    public void Codes_OfTheTask_AreAllLookedUp()
    {
        var expected = Enumerable.Range(1, 16).Select(number => $"DP{number:0000}");

        CollectionAssert.AreEquivalent(
            expected.ToArray(), Diagnostics.Select(diagnostic => diagnostic.Code).Distinct().ToArray());
    }

    private static PageItem Item(string include, params (string Name, string Value)[] metadata)
        => new(SampleProject.Item(include, metadata), "/src/Shop");
}
