using DownPage.RenderProtocol;

namespace DownPage.Build.Tests.Items;

[TestClass]
public sealed class StatusCodeTests : IDisposable
{
    private readonly SampleProject project = new();

    public void Dispose() => project.Dispose();

    [TestMethod]
    [DataRow("Views/Errors/502.cshtml", "502.html", 502, DisplayName = "the target's name")]
    [DataRow("Views/Errors/502.cshtml", "503.html", 503, DisplayName = "the target's before the item's")]
    [DataRow("Views/Errors/502.cshtml", "bad-gateway.html", 502, DisplayName = "the item's where the target has none")]
    [DataRow("Views/Errors/Down.cshtml", "error-503-de.html", 503, DisplayName = "amid a name")]
    [DataRow("Views/Errors/Down.cshtml", "error503page.html", 503, DisplayName = "between letters")]
    [DataRow("Views/Errors/Down.cshtml", "502-504.html", 502, DisplayName = "the first of two")]
    [DataRow("Views/Errors/Down.cshtml", "2024-503.html", 503, DisplayName = "a longer number is passed over")]
    [DataRow("Views/Errors/502.cshtml", "404/down.html", 502, DisplayName = "a folder's digits do not count")]
    [DataRow("Views/Errors/502.cshtml", "101.html", 502, DisplayName = "no status that a page can have")]
    public void StatusCode_NotGiven_IsTheDigitsOfAName(string include, string targetPath, int expected)
    {
        var reader = project.Read(SampleProject.Item(include, ("TargetPath", targetPath)));

        Assert.IsEmpty(reader.Errors);
        Assert.AreEqual(expected, reader.Pages.Single().StatusCode);
    }

    [TestMethod]
    [DataRow("200", 200)]
    [DataRow("599", 599)]
    [DataRow(" 503 ", 503, DisplayName = "spaces around it")]
    public void StatusCode_Given_BeatsTheName(string statusCode, int expected)
    {
        var reader = project.Read(SampleProject.Item("Views/Errors/502.cshtml", ("StatusCode", statusCode)));

        Assert.IsEmpty(reader.Errors);
        Assert.AreEqual(expected, reader.Pages.Single().StatusCode);
    }

    [TestMethod]
    [DataRow("99")]
    [DataRow("199")]
    [DataRow("600")]
    [DataRow("-503")]
    [DataRow("5o3")]
    [DataRow("503.0")]
    [DataRow("99999999999")]
    public void StatusCode_Invalid_IsRefused(string statusCode)
    {
        var reader = project.Read(SampleProject.Item("Views/Errors/502.cshtml", ("StatusCode", statusCode)));

        var error = Assert.ContainsSingle(reader.Errors);
        Assert.AreEqual(DiagnosticCodes.InvalidStatusCode, error.Code);
        Assert.StartsWith($"'{statusCode}', the status code of 'Views/Errors/502.cshtml', is none", error.Message);
    }

    [TestMethod]
    [DataRow("Down.html")]
    [DataRow("50.html")]
    [DataRow("5020.html")]
    [DataRow("600.html")]
    public void StatusCode_OfAViewWithoutDigits_IsAskedFor(string targetPath)
    {
        var reader = project.Read(SampleProject.Item("Views/Errors/Down.cshtml", ("TargetPath", targetPath)));

        var error = Assert.ContainsSingle(reader.Errors);
        Assert.AreEqual(DiagnosticCodes.StatusCodeUnknown, error.Code);
        Assert.EndsWith("Add StatusCode=\"503\".", error.Message);
    }

    [TestMethod]
    public void StatusCode_OfARouteWithoutDigits_IsLeftToItsAnswer()
    {
        project.Defaults.Host = HostKind.App;

        var reader = project.Read(SampleProject.Item("not-found.html", ("Route", "/not-found")));

        Assert.IsEmpty(reader.Errors);
        Assert.IsNull(reader.Pages.Single().StatusCode);
    }
}
