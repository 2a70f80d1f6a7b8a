using DownPage.Renderer.Output;
using DownPage.Renderer.Rendering;
using DownPage.Renderer.Tests.Rendering;
using DownPage.RenderProtocol;

namespace DownPage.Renderer.Tests;

/// <summary>The messages of docs/errors.md are the real ones: whoever searches for one finds it.</summary>
[TestClass]
public sealed class DocumentedMessagesTests
{
    private static readonly RenderRequest Request = new()
    {
        ProjectFile = "/src/Shop/Shop.csproj",
        ApplicationAssembly = "/src/Shop/obj/Release/net10.0/Shop.dll",
        BaseUrl = "https://localhost",
        TimeoutMilliseconds = 120_000,
    };

    private static readonly RenderPage View = new()
    {
        Item = "Views/Errors/502.cshtml",
        View = "/Views/Errors/502.cshtml",
        Layout = "_Plain",
        Name = "502.html",
        StatusCode = 502,
    };

    private static readonly RenderPage Misspelt = new() { Item = "503.html", View = "/Views/Shared/Dwon.cshtml" };

    private static readonly RenderPage Route = new()
    {
        Item = "404.html",
        Route = "/not-found",
        Name = "404.html",
        StatusCode = 404,
    };

    private static readonly RenderDiagnostic[] Diagnostics =
    [
        StartErrors.Threw(Request, new InvalidOperationException("The setting 'Shop:ApiKey' is missing.")),
        StartErrors.Crashed(Request, new InvalidOperationException("The setting 'Shop:ApiKey' is missing.")),
        StartErrors.TimedOut(Request),
        StartErrors.Exited(Request, 3),
        StartErrors.BuiltNoHost(Request),
        StartErrors.NotLoadable(Request, new FileNotFoundException(
            "Could not load file or assembly 'Shop, Culture=neutral, PublicKeyToken=null'. The system cannot find the file "
            + "specified.")),
        StartErrors.ServerStartThrew(Request, new InvalidOperationException("The database does not answer.")),
        StartErrors.ServerStartTimedOut(Request),
        PageErrors.ViewThrew(View, new InvalidOperationException("no phone number")),
        PageErrors.ViewNotFound(Misspelt, new CompiledViews(SampleViews.Services(
            ("/Views/Shared/Down.cshtml", typeof(object)), ("/Views/Home/Index.cshtml", typeof(object))))),
        PageErrors.ServiceMissing(Request, View, "Shop.IPhones"),
        PageErrors.ModelNeeded(View, typeof(Order)),
        PageErrors.UnexpectedStatus(Request, Route, 500),
        PageErrors.NoBody(Request, Route, 404, ""),
        PageErrors.NoBody(Request, Route, 302, "/sign-in"),
        PageErrors.TimedOut(Request, View),
        PageErrors.RouteThrew(Route, new InvalidOperationException("no phone number")),
        PageErrors.LayoutNotFound(View, "_Plain", "The layout view '_Plain' could not be located. The following locations "
            + "were searched: /Views/Errors/_Plain.cshtml /Views/Shared/_Plain.cshtml"),
        PageErrors.UnknownCulture(Request, View, "german"),
        PageErrors.RouteValuesMissing(new RenderPage { View = "/Pages/Error.cshtml" }, "Error/{code}"),
        OutputErrors.NotWritable("/src/Shop/obj/502.html", new IOException("No space left on device : '/src/Shop/obj/502.html'.")),
    ];

    [TestMethod]
    public void Message_OfTheRenderer_StandsInItsSection()
    {
        foreach (var diagnostic in Diagnostics)
        {
            Assert.Contains(
                ErrorsDocument.OneLine(diagnostic.Message), ErrorsDocument.Section(diagnostic.Code), diagnostic.Code);
        }
    }

    private sealed class Order;
}
