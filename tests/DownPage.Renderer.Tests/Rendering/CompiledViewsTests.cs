using DownPage.Renderer.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.Renderer.Tests.Rendering;

[TestClass]
public sealed class CompiledViewsTests
{
    private readonly CompiledViews views = new(SampleViews.Services(
        ("/Views/Errors/502.cshtml", typeof(SampleViews.View<object>)),
        ("/Views/Orders/Show.cshtml", typeof(SampleViews.View<Uri>)),
        ("/Views/Orders/Count.cshtml", typeof(SampleViews.View<int>))));

    [TestMethod]
    [DataRow("/Views/Orders/Show.cshtml", typeof(Uri))]
    [DataRow("/views/orders/count.cshtml", typeof(int), DisplayName = "in another case")]
    [DataRow("/Views/Errors/502.cshtml", null, DisplayName = "without @model")]
    [DataRow("/Views/Errors/503.cshtml", null, DisplayName = "unknown")]
    public void ModelOf_View_IsItsModel(string view, Type? expected) => Assert.AreEqual(expected, views.ModelOf(view));

    [TestMethod]
    public void Nearest_TypingMistake_IsTheView()
    {
        Assert.AreEqual(3, views.Count);
        Assert.AreEqual("/Views/Orders/Show.cshtml", views.Nearest("/Views/Order/Show.cshtml"));
    }

    [TestMethod]
    public void Count_AppWithoutMvc_IsZero()
        => Assert.AreEqual(0, new CompiledViews(new ServiceCollection().BuildServiceProvider()).Count);
}
