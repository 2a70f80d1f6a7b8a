using System.Globalization;
using DownPage.RenderProtocol;

namespace DownPage.Renderer.Rendering;

/// <summary>What can be wrong with one page, and what to do about it.</summary>
internal static class PageErrors
{
    public static RenderDiagnostic ViewThrew(RenderPage page, Exception cause) => new()
    {
        Code = DiagnosticCodes.ViewThrew,
        Message = $"The view '{page.View}' threw {StartErrors.Describe(cause)} "
            + "What a page shows while the site is down must not depend on a visitor or on what may be down as well; "
            + "ViewData[\"StatusCode\"] tells the view that it is rendered as a down page.",
    };

    public static RenderDiagnostic RouteThrew(RenderPage page, Exception cause) => new()
    {
        Code = DiagnosticCodes.RouteThrew,
        Message = $"While it answered '{page.Route}', the app threw {StartErrors.Describe(cause)}",
    };

    public static RenderDiagnostic ViewNotFound(RenderPage page, CompiledViews views)
    {
        var nearest = views.Nearest(page.View!);
        return new()
        {
            Code = DiagnosticCodes.ViewNotFound,
            File = page.SourceFile,
            Message = $"The view '{page.View}' is not among the {views.Count} compiled views of the app and its Razor "
                + "class libraries. "
                + (nearest is null ? "" : $"Did you mean '{nearest}'? ")
                + "Views are compiled at build: the file must be a Content item of its project (not removed, and "
                + "RazorCompileOnBuild not false), and with --no-build the build must be of now.",
        };
    }

    public static RenderDiagnostic LayoutNotFound(RenderPage page, string layout, string searched) => new()
    {
        Code = DiagnosticCodes.LayoutNotFound,
        Message = page.Layout == layout
            ? $"The layout '{layout}' of the item '{page.Item}' does not exist. {OneLine(searched)} Give its name as a view "
                + "would, '_ErrorLayout', or its path, '/Views/Shared/_ErrorLayout.cshtml'."
            : $"The view '{page.View}' names a layout that does not exist. {OneLine(searched)}",
    };

    public static RenderDiagnostic ServiceMissing(RenderRequest request, RenderPage page, string service) => new()
    {
        Code = DiagnosticCodes.ServiceMissing,
        Message = $"'{page.Item}' needs the service '{service}', which is not registered. " + (request.Host switch
        {
            HostKind.Isolated => "With <DownPageHost>Isolated</DownPageHost> only the framework's default services exist: "
                + "set it to Services, or let the view do without.",
            _ => "Register it in the app, or let the view do without: @inject takes what must exist, "
                + "Context.RequestServices.GetService<T>() what may.",
        }),
    };

    public static RenderDiagnostic ModelNeeded(RenderPage page, Type model) => new()
    {
        Code = DiagnosticCodes.ModelNeeded,
        Message = $"The view '{page.View}' has '@model {model.Name}' and reads it, but a down page has no model: it is "
            + "null. Write '@model "
            + (model.IsValueType ? $"{model.Name}?" : model.Name)
            + "' with 'Model?.', or hand the values over as metadata of the item, which the view finds in ViewData.",
    };

    public static RenderDiagnostic NoBody(RenderRequest request, RenderPage page, int status, string location) => new()
    {
        Code = DiagnosticCodes.NoBody,
        File = page.SourceFile,
        Message = location.Length > 0
            ? $"'{page.Route ?? page.View}' of '{page.Item}' was answered with a redirect ({Text(status)}) to '{location}', not "
                + "with a page. Give the address of the page itself; a redirect to another host or scheme is avoided by "
                + $"<DownPageBaseUrl>, now '{request.BaseUrl}'."
            : $"'{page.Route ?? page.View}' of '{page.Item}' was answered with status {Text(status)} and no body. Is its route "
                + $"right, and its host ('{request.BaseUrl}', set by <DownPageBaseUrl>) one that AllowedHosts lets in?",
    };

    public static RenderDiagnostic UnexpectedStatus(RenderRequest request, RenderPage page, int status) => new()
    {
        IsError = false,
        Code = DiagnosticCodes.UnexpectedStatus,
        File = page.SourceFile,
        Message = $"'{page.Route ?? page.View}' was answered with status {Text(status)}, but '{page.Name}' is a page for "
            + $"{Text(page.StatusCode)}. The page is published as it is: look whether it is the right one. If it is, say "
            + $"StatusCode=\"{Text(status)}\"; if not, is the route right, and does the app answer '{request.BaseUrl}'?",
    };

    public static RenderDiagnostic TimedOut(RenderRequest request, RenderPage page) => new()
    {
        Code = DiagnosticCodes.PageTimedOut,
        File = page.SourceFile,
        Message = $"'{page.Item}' was not rendered when the {request.TimeoutMilliseconds / 1000} s that <DownPageTimeout> "
            + "gives to all pages together were over. It may be waiting for something that the build machine cannot reach.",
    };

    public static RenderDiagnostic UnknownCulture(RenderRequest request, RenderPage page, string culture) => new()
    {
        Code = DiagnosticCodes.UnknownCulture,
        File = request.ProjectFile,
        Message = $"'{culture}', in Cultures of '{page.Item}', is no culture that this machine knows. Valid are names such "
            + "as 'de', 'pt-BR' or 'zh-Hant', separated by semicolons"
            + (IsInvariant()
                ? "; but the app runs in invariant globalization mode, which knows none: set "
                    + "<InvariantGlobalization>false</InvariantGlobalization>, or install ICU on this machine."
                : "."),
    };

    public static RenderDiagnostic RouteValuesMissing(RenderPage page, string template) => new()
    {
        Code = DiagnosticCodes.RouteValuesMissing,
        File = page.SourceFile,
        Message = $"The Razor page '{page.View}' has the route '{template}', and the item does not give all of its values. "
            + "Add them as metadata: for '{code}', code=\"502\".",
    };

    private static bool IsInvariant()
        => AppContext.TryGetSwitch("System.Globalization.Invariant", out var invariant) && invariant;

    private static string Text(int? status) => status?.ToString(CultureInfo.InvariantCulture) ?? "?";

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
