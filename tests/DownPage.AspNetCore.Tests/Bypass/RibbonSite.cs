using DownPage.AspNetCore.Bypass;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Tests.Bypass;

/// <summary>An app all of whose requests are an insider's.</summary>
internal static class RibbonSite
{
    public const string Page =
        "<!DOCTYPE html><html><head><title>Orders</title></head><body><p>Orders</p></body></html>";
    public const string Mark = "<div role=\"status\" lang=\"en\" data-downpage-ribbon";

    public static MaintenanceState Down { get; } = new() { IsDown = true, Source = MaintenanceSource.Configuration };

    public static Task<SmallApp> StartAsync(
        RequestDelegate app,
        bool kestrel = true,
        MaintenanceState? state = null,
        bool ribbon = true,
        Action<WebApplicationBuilder>? build = null,
        Action<WebApplication>? outside = null,
        Action<WebApplication>? inside = null)
        => SmallApp.StartAsync(
            site =>
            {
                outside?.Invoke(site);
                site.Use(next => context => InsiderRibbon.InvokeAsync(context, next, state ?? Down, ribbon));
                inside?.Invoke(site);
                site.Run(app);
            },
            kestrel,
            build: build);

    public static RequestDelegate Html(string html, bool withLength = false) => context =>
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = withLength ? System.Text.Encoding.UTF8.GetByteCount(html) : null;
        return context.Response.WriteAsync(html);
    };

    /// <summary>
    /// As a browser asks for a page, over a connection that is not secure, and so without Sec-Fetch headers.
    /// </summary>
    public static HttpRequestMessage Navigation(HttpMethod? method = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, "/orders");
        request.Headers.Add("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        return request;
    }
}
