using DownPage.AspNetCore;
using DownPage.AspNetCore.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>The pages of the build for errors of the app.</summary>
public static class DownPagesApplicationBuilderExtensions
{
    /// <summary>
    /// Answers of the rest of the pipeline with a status of 400 to 599 and no body get the page that the build made for
    /// exactly that code, in the form and language that is asked for: what a reverse proxy says without its upstream
    /// (502, 504), what <c>Results.StatusCode(503)</c> says. The status and the headers <c>WWW-Authenticate</c>,
    /// <c>Allow</c> and <c>Retry-After</c> stay. Left alone are answers with a body or a Content-Type, answers that
    /// have started, codes without a page, HEAD, WebSocket and gRPC, endpoints with <c>[SkipStatusCodePages]</c>, and
    /// exceptions. What lies beside the pages is answered, too. It needs <c>AddMaintenanceMode</c>, which reads the
    /// pages; put it before <c>UseStatusCodePages</c> and the proxy.
    /// </summary>
    /// <exception cref="InvalidOperationException"><c>AddMaintenanceMode</c> was not called.</exception>
    public static IApplicationBuilder UseDownPages(this IApplicationBuilder app) => app.UseDownPages(_ => { });

    /// <summary>
    /// The same for some of these answers: <see cref="DownPagesOptions.When"/> says which. A reverse proxy leaves what
    /// its upstream said alone by it.
    /// </summary>
    /// <exception cref="InvalidOperationException"><c>AddMaintenanceMode</c> was not called.</exception>
    public static IApplicationBuilder UseDownPages(this IApplicationBuilder app, Action<DownPagesOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(configure);
        var pages = app.ApplicationServices.GetService<IStatusPages>()
            ?? throw new InvalidOperationException(
                "UseDownPages has no pages to show: "
                + "add 'builder.Services.AddMaintenanceMode();' before the app is built.");
        var options = new DownPagesOptions();
        configure(options);
        return app.Use(next => new DownPagesMiddleware(next, pages, options.When).InvokeAsync);
    }
}
