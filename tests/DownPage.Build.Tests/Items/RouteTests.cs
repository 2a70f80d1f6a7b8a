using DownPage.RenderProtocol;

namespace DownPage.Build.Tests.Items;

[TestClass]
public sealed class RouteTests : IDisposable
{
    private readonly SampleProject project = new();

    public RouteTests() => project.Defaults.Host = HostKind.App;

    public void Dispose() => project.Dispose();

    [TestMethod]
    [DataRow("/not-found")]
    [DataRow("/")]
    [DataRow("/error?code=502&lang=de")]
    [DataRow("/f%C3%BCr-alle")]
    public void Route_OfTheSite_IsRequested(string route)
    {
        var reader = project.Read(SampleProject.Item("404.html", ("Route", Escaped(route))));

        Assert.IsEmpty(reader.Errors);
        var page = reader.Pages.Single();
        Assert.AreEqual(route, page.Route);
        Assert.IsNull(page.View);
        Assert.AreEqual(404, page.StatusCode);
    }

    [TestMethod]
    [DataRow("not-found", DisplayName = "no slash before")]
    [DataRow("https://shop.example/not-found", DisplayName = "scheme and host")]
    [DataRow("//shop.example/not-found", DisplayName = "host")]
    [DataRow("/not-found#top", DisplayName = "fragment")]
    [DataRow("/not found", DisplayName = "space")]
    public void Route_Malformed_IsRefused(string route)
    {
        var reader = project.Read(SampleProject.Item("404.html", ("Route", route)));

        var error = Assert.ContainsSingle(reader.Errors);
        Assert.AreEqual(DiagnosticCodes.InvalidRoute, error.Code);
        Assert.StartsWith($"Route=\"{route}\" of '404.html' is no path within the site.", error.Message);
    }

    [TestMethod]
    [DataRow("Services")]
    [DataRow("Isolated")]
    public void Route_WithoutTheApp_NamesTheProperty(string host)
    {
        project.Defaults.Host = Enum.Parse<HostKind>(host);

        var reader = project.Read(SampleProject.Item("404.html", ("Route", "/not-found")));

        var error = Assert.ContainsSingle(reader.Errors);
        Assert.AreEqual(DiagnosticCodes.RouteNeedsApp, error.Code);
        Assert.Contains("<DownPageHost>App</DownPageHost>", error.Message);
    }

    [TestMethod]
    public void Route_BesideView_IsRefused()
    {
        var reader = project.Read(SampleProject.Item(
            "404.html", ("Route", "/not-found"), ("View", "/Views/Errors/Down.cshtml")));

        Assert.AreEqual(DiagnosticCodes.ViewAndRoute, Assert.ContainsSingle(reader.Errors).Code);
    }

    private static string Escaped(string route) => route.Replace("%", "%25", StringComparison.Ordinal);
}
