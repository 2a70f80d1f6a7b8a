using DownPage.AspNetCore.Operations;
using DownPage.AspNetCore.Tests.Bypass;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Tests.Operations;

/// <summary>A site with pages for 404, 502, 503 and 504.</summary>
internal static class DownPagesSite
{
    public static RequestDelegate Fail(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    public static Task<SmallApp> StartAsync(
        RequestDelegate? run, Action<WebApplication>? inside = null, bool kestrel = true)
        => SmallApp.StartAsync(
            site =>
            {
                site.UseDownPages();
                inside?.Invoke(site);
                if (run is not null)
                {
                    site.Run(run);
                }
            },
            kestrel,
            build: builder => builder.Services.AddSingleton<IStatusPages>(new FixedPages(404, 502, 503, 504)));

    public static async Task<string> BodyAsync(SmallApp app, string path, CancellationToken cancellationToken)
    {
        var response = await app.Client.GetAsync(path, cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }
}
