using System.Reflection;
using DownPage.Renderer.Rendering;
using DownPage.RenderProtocol;

namespace DownPage.Renderer.Tests.Rendering;

[TestClass]
public sealed class ExceptionMapperTests : IDisposable
{
    private const string View = "/Views/Errors/502.cshtml";

    private readonly TempFolder folder = new();
    private readonly RenderRequest request;

    public ExceptionMapperTests() => request = new RenderRequest { ContentRoot = folder.PathOf("Shop") };

    public void Dispose() => folder.Dispose();

    [TestMethod]
    [DataRow("No service for type 'Shop.IPhones' has been registered.", DisplayName = "asked for")]
    [DataRow(
        "Unable to resolve service for type 'Shop.IPhones' while attempting to activate 'Shop.Footer'.",
        DisplayName = "needed by a view component")]
    public void Map_ServiceMissing_NamesTheService(string message)
    {
        var diagnostic = Map(new InvalidOperationException(message));

        Assert.AreEqual(DiagnosticCodes.ServiceMissing, diagnostic.Code);
        Assert.StartsWith("'Views/Errors/502.cshtml' needs the service 'Shop.IPhones'", diagnostic.Message);
        Assert.Contains("Register it in the app", diagnostic.Message);
    }

    [TestMethod]
    public void Map_ServiceMissingInAnIsolatedHost_NamesTheProperty()
    {
        request.Host = HostKind.Isolated;

        var diagnostic = Map(new InvalidOperationException("No service for type 'Shop.IPhones' has been registered."));

        Assert.Contains("<DownPageHost>Isolated</DownPageHost>", diagnostic.Message);
    }

    [TestMethod]
    [DataRow("_Plain", "The layout '_Plain' of the item 'Views/Errors/502.cshtml' does not exist.", DisplayName = "the item's")]
    [DataRow(null, "The view '/Views/Errors/502.cshtml' names a layout that does not exist.", DisplayName = "the view's own")]
    public void Map_LayoutMissing_SaysWhoNamedItAndWhatWasSearched(string? layout, string expected)
    {
        var diagnostic = Map(
            new InvalidOperationException(
                "The layout view '_Plain' could not be located. The following locations were searched:\n/Views/Shared/_Plain.cshtml"),
            Page(layout: layout));

        Assert.AreEqual(DiagnosticCodes.LayoutNotFound, diagnostic.Code);
        Assert.StartsWith(expected, diagnostic.Message);
        Assert.Contains("/Views/Shared/_Plain.cshtml", diagnostic.Message);
        Assert.DoesNotContain("\n", diagnostic.Message);
    }

    [TestMethod]
    [DataRow(typeof(Uri), "Write '@model Uri' with 'Model?.'", DisplayName = "a class")]
    [DataRow(typeof(Guid), "Write '@model Guid?' with 'Model?.'", DisplayName = "a struct")]
    public void Map_NullReferenceInAViewWithAModel_SaysThatThereIsNone(Type model, string remedy)
    {
        var diagnostic = Map(NullReference(), model: model);

        Assert.AreEqual(DiagnosticCodes.ModelNeeded, diagnostic.Code);
        Assert.Contains(remedy, diagnostic.Message);
    }

    [TestMethod]
    public void Map_NullModelOfAStruct_SaysThatThereIsNone()
    {
        var refused = new InvalidOperationException(
            "The model item passed is null, but this ViewDataDictionary instance requires a non-null model item of type 'System.Guid'.");

        Assert.AreEqual(DiagnosticCodes.ModelNeeded, Map(refused, model: typeof(Guid)).Code);
    }

    [TestMethod]
    public void Map_NullReferenceInAViewWithoutModel_IsTheViewsOwnFault()
        => Assert.AreEqual(DiagnosticCodes.ViewThrew, Map(NullReference(), model: typeof(object)).Code);

    [TestMethod]
    public void Map_OtherException_IsTheViewsOwnMessage()
    {
        var diagnostic = Map(new InvalidOperationException("no phone\nnumber"), model: typeof(Uri));

        Assert.AreEqual(DiagnosticCodes.ViewThrew, diagnostic.Code);
        Assert.StartsWith(
            "The view '/Views/Errors/502.cshtml' threw InvalidOperationException: no phone number. What a page",
            diagnostic.Message);
        Assert.IsTrue(diagnostic.IsError);
    }

    [TestMethod]
    public void Map_OfARoute_NamesTheRoute()
    {
        var diagnostic = Map(new InvalidOperationException("no phone"), new RenderPage { Item = "404.html", Route = "/nope" });

        Assert.AreEqual(DiagnosticCodes.RouteThrew, diagnostic.Code);
        Assert.AreEqual("While it answered '/nope', the app threw InvalidOperationException: no phone.", diagnostic.Message);
    }

    [TestMethod]
    public void Map_Wrapped_IsTheInnerException()
    {
        var wrapped = new TargetInvocationException(new AggregateException(new FormatException("odd")));

        var diagnostic = Map(wrapped);

        Assert.Contains("threw FormatException: odd.", diagnostic.Message);
        Assert.Contains(nameof(TargetInvocationException), diagnostic.Detail!, "The detail is the whole exception.");
    }

    [TestMethod]
    public void Map_SeveralInOne_IsLeftAsItIs()
        => Assert.Contains(
            "threw AggregateException", Map(new AggregateException(new FormatException(), new FormatException())).Message);

    [TestMethod]
    public void Map_ThrownInAView_PointsToItsLineEvenIfAServiceThrew()
    {
        var view = folder.Write("Shop/Views/Errors/502.cshtml", "");
        folder.Write("Shop/Services/Phones.cs", "");

        var diagnostic = Map(Thrower.InView(new InvalidOperationException("no phone")));

        Assert.AreEqual(view, diagnostic.File);
        Assert.AreEqual(7, diagnostic.Line);
    }

    [TestMethod]
    public void Map_ThrownNowhereKnown_PointsToTheItem()
    {
        var diagnostic = Map(new InvalidOperationException("no phone"));

        Assert.AreEqual("/src/Shop/Views/Errors/502.cshtml", diagnostic.File);
        Assert.AreEqual(0, diagnostic.Line);
    }

    private static NullReferenceException NullReference()
        => Assert.ThrowsExactly<NullReferenceException>(() => ((object)null!).ToString());

    private RenderDiagnostic Map(Exception thrown, RenderPage? page = null, Type? model = null)
    {
        var type = typeof(SampleViews.View<>).MakeGenericType(model ?? typeof(object));
        return new ExceptionMapper(request, SampleViews.Services((View, type))).Map(page ?? Page(), thrown);
    }

    private static RenderPage Page(string? layout = null) => new()
    {
        Item = "Views/Errors/502.cshtml",
        SourceFile = "/src/Shop/Views/Errors/502.cshtml",
        View = View,
        Layout = layout,
    };
}
