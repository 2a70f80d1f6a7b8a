using DownPage.Renderer.Rendering;

namespace DownPage.Renderer.Tests.Rendering;

[TestClass]
public sealed class ViewRouteTests
{
    [TestMethod]
    [DataRow("/Views/Errors/502.cshtml", null, "Errors", "502")]
    [DataRow("/Views/Errors/Old/502.cshtml", null, "Errors", "502", DisplayName = "a folder below the controller's")]
    [DataRow("/Areas/Shop/Views/Errors/502.cshtml", "Shop", "Errors", "502")]
    [DataRow("/Views/Shared/Down.cshtml", null, null, null, DisplayName = "shared: of no controller")]
    [DataRow("/Areas/Shop/Views/Shared/Down.cshtml", "Shop", null, null)]
    [DataRow("/Pages/Down.cshtml", null, null, null, DisplayName = "a page")]
    [DataRow("/Views/Down.cshtml", null, null, null, DisplayName = "in no controller's folder")]
    [DataRow("/Down.cshtml", null, null, null)]
    public void ValuesOf_View_AreThoseOfItsPlace(string view, string? area, string? controller, string? action)
    {
        var values = ViewRoute.ValuesOf(view);

        Assert.AreEqual(area, values["area"]);
        Assert.AreEqual(controller, values["controller"]);
        Assert.AreEqual(action, values["action"]);
    }
}
