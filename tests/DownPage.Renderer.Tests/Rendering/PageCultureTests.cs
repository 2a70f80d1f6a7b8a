using System.Globalization;
using DownPage.Renderer.Rendering;
using DownPage.RenderProtocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.Renderer.Tests.Rendering;

[TestClass]
public sealed class PageCultureTests : IDisposable
{
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo uiCulture = CultureInfo.CurrentUICulture;
    private readonly FeatureCollection features = new();

    public PageCultureTests()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
    }

    public void Dispose()
    {
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = uiCulture;
    }

    [TestMethod]
    [DataRow("de", "de")]
    [DataRow("pt-BR", "pt-BR")]
    [DataRow("DE", "de", DisplayName = "in another case")]
    public void Use_CultureOfTheItem_IsCurrentAndTheRequests(string name, string expected)
    {
        Use(Services(), new RenderPage { Culture = name });

        Assert.AreEqual(expected, CultureInfo.CurrentCulture.Name);
        Assert.AreEqual(expected, CultureInfo.CurrentUICulture.Name);
        Assert.AreEqual(expected, features.GetRequiredFeature<IRequestCultureFeature>().RequestCulture.UICulture.Name);
    }

    [TestMethod]
    public void Use_NoCultureInAnAppWithoutLocalization_IsTheInvariantOne()
    {
        Use(Services(), new RenderPage());

        Assert.AreEqual(CultureInfo.InvariantCulture, CultureInfo.CurrentUICulture);
        Assert.IsNull(features.Get<IRequestCultureFeature>());
    }

    [TestMethod]
    public void Use_NoCultureInALocalizedApp_IsTheAppsDefault()
    {
        Use(LocalizedServices(), new RenderPage());

        Assert.AreEqual("ar", CultureInfo.CurrentUICulture.Name);
        Assert.AreEqual("ar", features.GetRequiredFeature<IRequestCultureFeature>().RequestCulture.Culture.Name);
    }

    [TestMethod]
    public void Use_CultureOfTheItemInALocalizedApp_BeatsTheAppsDefault()
    {
        Use(LocalizedServices(), new RenderPage { Culture = "de" });

        Assert.AreEqual("de", CultureInfo.CurrentUICulture.Name);
    }

    [TestMethod]
    [DataRow("german")]
    [DataRow("xx-YY")]
    [DataRow("../de")]
    public void Use_UnknownCulture_IsRefused(string name)
    {
        var failure = Assert.ThrowsExactly<RenderFailure>(() => Use(Services(), new RenderPage { Culture = name }));

        Assert.AreEqual(DiagnosticCodes.UnknownCulture, failure.Diagnostic.Code);
        Assert.StartsWith($"'{name}', in Cultures of ", failure.Diagnostic.Message);
    }

    private void Use(IServiceProvider services, RenderPage page)
    {
        var cultures = new PageCulture(services, new RenderRequest());
        cultures.Use(page);
        cultures.AddTo(features, page);
    }

    private static ServiceProvider Services() => new ServiceCollection().AddOptions().BuildServiceProvider();

    private static ServiceProvider LocalizedServices() => new ServiceCollection()
        .Configure<RequestLocalizationOptions>(options => options.SetDefaultCulture("ar"))
        .BuildServiceProvider();
}
