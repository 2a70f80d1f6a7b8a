using System.Reflection;
using DownPage.RenderProtocol;
using Microsoft.AspNetCore.Builder;

namespace DownPage.Renderer.Hosting;

/// <summary>
/// No code of the app's entry point: the framework's default services, with the app's views and assets.
/// </summary>
internal static class IsolatedHost
{
    public static ApplicationHost Start(Assembly application, RenderRequest request, PublishedWebRoot? webRoot)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = application.GetName().Name,
            ContentRootPath = request.ContentRoot,
            EnvironmentName = request.Environment,
        });
        new RenderingServices(application, request).Apply(builder.Services);
        var services = builder.Build().Services;
        webRoot?.UseIn(services);
        return new ConventionalHost(services, application, request);
    }
}
