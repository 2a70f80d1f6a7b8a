using System.Reflection;
using DownPage.RenderProtocol;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace DownPage.Renderer.Hosting;

/// <summary>What is changed in the app's services: the least that rendering without visitors needs.</summary>
internal sealed class RenderingServices(Assembly application, RenderRequest request)
{
    private const string RazorPage = "mvc.1.0.razor-page";

    public void Apply(IServiceCollection services)
    {
        RemoveHostedServices(services);
        AddViews(services);
        services.Replace(ServiceDescriptor.Singleton<IAntiforgery, NoAntiforgery>());
    }

    // The web host itself is a hosted service: it is what builds the pipeline.
    private static void RemoveHostedServices(IServiceCollection services)
    {
        for (var index = services.Count - 1; index >= 0; index--)
        {
            var service = services[index];
            if (service.ServiceType == typeof(IHostedService)
                && (service.IsKeyedService || service.ImplementationType?.Name != "GenericWebHostService"))
            {
                services.RemoveAt(index);
            }
        }
    }

    // An app without MVC may have views all the same: the Razor SDK compiles them whether the app uses them or not.
    private void AddViews(IServiceCollection services)
    {
        if (!request.Pages.Any(page => page.View is not null))
        {
            return;
        }

        if (services.All(service => service.ServiceType != typeof(IRazorViewEngine)))
        {
            services.AddControllersWithViews();
        }

        if (services.All(service => service.ServiceType != typeof(PageLoader)) && HasRequestedRazorPage())
        {
            services.AddRazorPages();
        }
    }

    private bool HasRequestedRazorPage()
    {
        var requested = request.Pages.Select(page => page.View).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return application.GetCustomAttributes<RazorCompiledItemAttribute>()
            .Any(item => item.Kind == RazorPage && requested.Contains(item.Identifier));
    }
}
