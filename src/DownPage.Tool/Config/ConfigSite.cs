using System.Reflection;
using DownPage.FrontEnds;
using DownPage.PageManifest;
using DownPage.Tool.Apps;
using DownPage.Tool.Pages;

namespace DownPage.Tool.Config;

/// <summary>
/// A published app as configuration is made of it: what the build hands over at publish, read from its folder.
/// </summary>
internal static class ConfigSite
{
    private const string Section = "MaintenanceMode:";

    private static readonly string Generator = "DownPage.Tool " + (typeof(ConfigSite).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0");

    /// <exception cref="ToolException">There are no pages, or they are not in the app's folder.</exception>
    public static BuiltSite Of(AppFolder app, string pathBase)
    {
        var manifest = Manifest(app);
        return new BuiltSite
        {
            Generator = Generator,
            Application = manifest.Application is { Length: > 0 } name ? name : Path.GetFileName(app.Path),
            PagesFolder = PagesFolder(app),
            PathBase = pathBase,
            Manifest = manifest,
            Settings = new AppSettingsReading(
                key => app.Settings[Section + key],
                key => [.. app.Settings.Children(Section + key)
                    .Select(name => app.Settings[$"{Section}{key}:{name}"]).OfType<string>()]),
            Read = file => File.ReadAllBytes(Path.Combine(app.PagesFolder, file)),
        };
    }

    private static PageManifestReading Manifest(AppFolder app)
    {
        var path = Path.Combine(app.PagesFolder, BuiltPages.Manifest);
        var bytes = PageBytes.Read(path, out var problem);
        var reading = bytes is null
            ? PageManifestReading.Failed(problem ?? "it is not there")
            : PageManifestReader.Read(bytes);
        return reading.Failure is not { } why ? reading : throw new ToolException(
            DiagnosticCodes.NoPageBuilt,
            $"'{path}' cannot be used: {why.TrimEnd('.')}. Pages are made when the site is published with "
                + "DownPage.Build; name the folder of the published app with --app.");
    }

    private static string PagesFolder(AppFolder app)
    {
        var folder = Path.GetRelativePath(app.Path, app.PagesFolder).Replace('\\', '/').Trim('/');
        return folder == "." ? ""
            : !folder.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(folder) ? folder
            : throw new ToolException(
                DiagnosticCodes.FrontEndValueInvalid,
                $"The folder of the pages '{app.PagesFolder}' (MaintenanceMode:Pages:Folder) cannot be used: it must "
                    + $"be below the app's, '{app.Path}', for configuration names it from there.");
    }
}
