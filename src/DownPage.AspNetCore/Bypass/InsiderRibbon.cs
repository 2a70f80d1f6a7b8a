using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DownPage.AspNetCore.Bypass;

/// <summary>Tells those who pass that the site is down for others: a header, and a ribbon in HTML pages.</summary>
internal static class InsiderRibbon
{
    public const string HeaderName = "X-Maintenance-Mode";

    public static Task InvokeAsync(HttpContext context, RequestDelegate next, MaintenanceState state, bool ribbon)
    {
        // Last of all, so that an app that clears the headers for its error page does not clear this one.
        context.Response.OnStarting(
            static told =>
            {
                var (response, state) = ((HttpResponse, MaintenanceState))told;
                response.Headers[HeaderName] = RibbonBar.IsReadOnly(state) ? "read-only" : "down";
                return Task.CompletedTask;
            },
            (context.Response, state));
        return ribbon && IsForPage(context.Request) && context.Features.Get<IHttpResponseBodyFeature>() is { } body
            ? InvokeAsync(context, next, body, state)
            : next(context);
    }

    private static async Task InvokeAsync(
        HttpContext context, RequestDelegate next, IHttpResponseBodyFeature body, MaintenanceState state)
    {
        var ribboned = new RibbonedBody(context, body, state);
        context.Features.Set<IHttpResponseBodyFeature>(ribboned);
        try
        {
            await next(context);
            await ribboned.AppendAsync();
        }
        finally
        {
            context.Features.Set(body);
        }
    }

    /// <summary>
    /// Whether a person will look at the answer as a page of its own: what a script fetches, a frame shows or a link
    /// prefetches is not added to. Browsers say what they want it for (W3C Fetch Metadata) over https; else whoever
    /// accepts HTML by name is one.
    /// </summary>
    private static bool IsForPage(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method))
        {
            return false;
        }

        var purpose = request.Headers["Sec-Fetch-Dest"];
        return purpose.Count > 0
            ? purpose == "document"
            : !request.Headers.ContainsKey("X-Requested-With") && AcceptsHtml(request);
    }

    private static bool AcceptsHtml(HttpRequest request)
    {
        foreach (var accepted in request.Headers.Accept)
        {
            if (accepted is not null && accepted.Contains("text/html", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
