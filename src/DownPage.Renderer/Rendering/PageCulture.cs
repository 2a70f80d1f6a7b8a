using System.Collections.Concurrent;
using System.Globalization;
using DownPage.RenderProtocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DownPage.Renderer.Rendering;

/// <summary>
/// The culture that a page is rendered in: the item's, else the default that the app has configured, else the invariant
/// one; never that of the build machine.
/// </summary>
internal sealed class PageCulture
{
    private readonly ConcurrentDictionary<string, RequestCulture> known = new(StringComparer.OrdinalIgnoreCase);
    private readonly RequestCulture? appDefault;
    private readonly RenderRequest request;

    public PageCulture(IServiceProvider services, RenderRequest request)
    {
        this.request = request;
        if (services.GetServices<IConfigureOptions<RequestLocalizationOptions>>().Any())
        {
            appDefault = services.GetRequiredService<IOptions<RequestLocalizationOptions>>().Value.DefaultRequestCulture;
        }
    }

    /// <summary>Sets the current culture of this flow of execution.</summary>
    /// <exception cref="RenderFailure">The culture is unknown here.</exception>
    public void Use(RenderPage page)
    {
        if (CultureOf(page) is { } culture)
        {
            CultureInfo.CurrentCulture = culture.Culture;
            CultureInfo.CurrentUICulture = culture.UICulture;
        }
    }

    /// <summary>Tells views and services that ask for the request's culture.</summary>
    public void AddTo(IFeatureCollection features, RenderPage page)
    {
        if (CultureOf(page) is { } culture)
        {
            features.Set<IRequestCultureFeature>(new RequestCultureFeature(culture, provider: null));
        }
    }

    private RequestCulture? CultureOf(RenderPage page)
    {
        if (page.Culture is not { } name)
        {
            return appDefault;
        }

        return known.GetOrAdd(name, _ => new RequestCulture(Find(name, page)));
    }

    private CultureInfo Find(string name, RenderPage page)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException unknown)
        {
            throw new RenderFailure(PageErrors.UnknownCulture(request, page, name), unknown);
        }
    }
}
