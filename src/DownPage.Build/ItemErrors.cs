using DownPage.RenderProtocol;

namespace DownPage.Build;

/// <summary>What can be wrong with an item or a property, and what to type instead.</summary>
internal static class ItemErrors
{
    public static RenderDiagnostic FileMissing(PageItem item) => Error(
        DiagnosticCodes.FileMissing,
        $"The view '{item.Spec}' does not exist; it was looked for at '{item.FullPath}'. " + (item.NearestFile() switch
        {
            { } nearest => $"Did you mean '{nearest}'? ",
            _ => "Is the name spelled right, upper and lower case included? ",
        })
        + "Include takes a file, relative to the project; a view of a Razor class library is named by "
        + "View=\"/Views/…/Name.cshtml\", and the item is then only the page's name: Include=\"502.html\".");

    public static RenderDiagnostic OutsideProject(PageItem item) => Error(
        DiagnosticCodes.OutsideProject,
        $"The view '{item.Spec}' lies outside of the project, so its path within the site is unknown. Say it with "
        + "Link=\"Views/Errors/502.cshtml\", or with View=\"/Views/…\" if it comes compiled in a Razor class library.");

    public static RenderDiagnostic InvalidTargetPath(PageItem item, string target, string why) => Error(
        DiagnosticCodes.InvalidTargetPath,
        $"The target '{target}' of '{item.Spec}' {why}. A target is a file name, with folders if wanted, within the output "
        + "folder of the pages: '503.html' or 'errors/503.html'.");

    public static RenderDiagnostic DuplicateTarget(string item, string target, string other) => Error(
        DiagnosticCodes.DuplicateTarget,
        $"'{other}' and '{item}' are both rendered to '{target}' (upper and lower case do not make two files). Give "
        + "one of them another TargetPath, or, if a glob has already included the file, write <DownPage Update=…> instead "
        + "of a second Include.");

    public static RenderDiagnostic TargetTaken(string item, string target) => Error(
        DiagnosticCodes.TargetTaken,
        $"'{item}' would be published as '{target}', and another file is published there already. Give the item "
        + "another TargetPath, or the pages another folder with <DownPageOutputPath>.");

    public static RenderDiagnostic FormTaken(string item, string target, string without) => Error(
        DiagnosticCodes.TargetTaken,
        $"'{item}' would be published as '{target}' as well, and another file is published there already. Give the item "
        + $"{without}, which leaves that form out, or another TargetPath, or the pages another folder with "
        + "<DownPageOutputPath>.");

    public static RenderDiagnostic StatusCodeUnknown(PageItem item, string target) => Error(
        DiagnosticCodes.StatusCodeUnknown,
        $"The status that '{item.Spec}' stands for is unknown: neither '{target}' nor the item's name holds three digits. "
        + "Add StatusCode=\"503\".");

    public static RenderDiagnostic InvalidStatusCode(PageItem item, string value) => Error(
        DiagnosticCodes.InvalidStatusCode,
        $"'{value}', the status code of '{item.Spec}', is none that a page can be answered with. Valid are numbers from 200 "
        + "to 599; a site that is down is a 503, one that does not answer a 502 or 504.");

    public static RenderDiagnostic NeitherViewNorRoute(PageItem item) => Error(
        DiagnosticCodes.NeitherViewNorRoute,
        $"'{item.Spec}' is no .cshtml file, and nothing says what to render. "
        + (item.NearestFile() is { } nearest ? $"Did you mean '{nearest}'? Or name" : "Name")
        + " a view, View=\"/Views/Errors/Down.cshtml\", or an address of the app, Route=\"/not-found\".");

    public static RenderDiagnostic ViewAndRoute(PageItem item) => Error(
        DiagnosticCodes.ViewAndRoute,
        $"'{item.Spec}' has both View=\"{item.View}\" and Route=\"{item.Route}\". Keep the one that makes the page.");

    public static RenderDiagnostic RouteNeedsApp(PageItem item) => Error(
        DiagnosticCodes.RouteNeedsApp,
        $"'{item.Spec}' is the answer to Route=\"{item.Route}\", which only the app's own middleware and endpoints can "
        + "give. Set <DownPageHost>App</DownPageHost>; the app's entry point then runs on past Build(), up to the start of "
        + "its server: what must not happen at publish, such as a migration, is skipped when the environment variable "
        + "DOWNPAGE_RENDERING is 1.");

    public static RenderDiagnostic InvalidRoute(PageItem item) => Error(
        DiagnosticCodes.InvalidRoute,
        $"Route=\"{item.Route}\" of '{item.Spec}' is no path within the site. Write it as a visitor's address without "
        + "scheme and host: Route=\"/not-found\" or Route=\"/error?code=502\".");

    public static RenderDiagnostic InvalidView(PageItem item) => Error(
        DiagnosticCodes.InvalidView,
        $"View=\"{item.View}\" of '{item.Spec}' is no view path. Write the path from the site's root as Razor knows it: "
        + "View=\"/Views/Shared/Down.cshtml\".");

    public static RenderDiagnostic ReservedMetadata(PageItem item, string name) => Error(
        DiagnosticCodes.ReservedMetadata,
        $"The metadata '{name}' of '{item.Spec}' " + (name.ToUpperInvariant() switch
        {
            "CULTURE" => "is what a view is told its culture by. To render in several, write Cultures=\"en;de\".",
            "MODEL" => "cannot make a model: a page that is shown while the site is down has none. Values for the view are "
                + "metadata of any other name, which it finds in ViewData.",
            _ => "is what a view is told by, made from StatusCode. Take another name.",
        }));

    public static RenderDiagnostic InvalidProperty(string name, string value, string valid) => Error(
        DiagnosticCodes.InvalidProperty,
        $"<{name}>{value}</{name}> is not valid. {valid}");

    public static RenderDiagnostic InvalidMetadata(PageItem item, string name, string value, string valid) => Error(
        DiagnosticCodes.InvalidProperty,
        $"{name}=\"{value}\" of '{item.Spec}' is not valid. {valid}");

    public static RenderDiagnostic NotAnAspNetCoreApp(string project) => Error(
        DiagnosticCodes.NotAnAspNetCoreApp,
        $"'{project}' is no ASP.NET Core app, so it has no site whose pages could be rendered. DownPage items belong into "
        + "the project that is published and run: Sdk=\"Microsoft.NET.Sdk.Web\", or a program with <FrameworkReference "
        + "Include=\"Microsoft.AspNetCore.App\" />. Views of a Razor class library are named there with View=\"/Views/…\".");

    public static RenderDiagnostic FrameworkTooOld(string framework) => Error(
        DiagnosticCodes.FrameworkTooOld,
        $"The project targets '{framework}'; DownPage renders apps of net8.0 and later. Raise <TargetFramework>, or set "
        + "<DownPageEnabled>false</DownPageEnabled> for this framework.");

    public static RenderDiagnostic OtherVersion(FormatException unreadable) => Error(
        DiagnosticCodes.OtherVersion,
        $"The renderer's answer cannot be read: {unreadable.Message} Restore the project, so that all of DownPage.Build comes "
        + "from one version of the package.");

    private static RenderDiagnostic Error(string code, string message) => new() { Code = code, Message = message };
}
