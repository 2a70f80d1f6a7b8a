using System.Globalization;
using DownPage.PageManifest;

namespace DownPage.FrontEnds;

/// <summary>
/// Makes one <see cref="FrontEndSite"/> of what the project or the command line says, what the app's settings say, and
/// the pages; finds all that is wrong.
/// </summary>
internal sealed class FrontEndReader(FrontEndOptions options, BuiltSite built)
{
    private const string DefaultPrefix = "/_downpage";

    private readonly List<FrontEndFinding> errors = [];
    private readonly List<FrontEndFinding> warnings = [];

    /// <summary>Never throws.</summary>
    public static FrontEndReading Read(FrontEndOptions options, BuiltSite built)
        => new FrontEndReader(options, built).Read();

    private FrontEndReading Read()
    {
        var values = new FrontEndValues(options, built, errors);
        var root = values.DeployRoot();
        var chooser = new PageChooser(built, values.RetryAfter(), warnings);
        var site = chooser.Maintenance() is { } maintenance
            ? new FrontEndSite
            {
                Generator = built.Generator,
                Application = built.Application,
                DeployRoot = root,
                PagesFolder = built.PagesFolder,
                Prefix = values.Prefix(DefaultPrefix),
                AssetAddress = AssetAddress(),
                Assets = built.Manifest.Assets,
                ReadAsset = asset => built.Read(asset.File),
                FlagFile = values.FlagFile(root),
                Maintenance = maintenance,
                Gone = chooser.Gone(options.Servers),
                Cultures = chooser.Cultures(maintenance),
                Allow = values.Allow(),
                Bypass = values.Bypass(),
                Intercept = options.Intercept,
                Headers = values.Headers(),
            }
            : null;
        if (site is null)
        {
            errors.Add(new FrontEndFinding(
                DiagnosticCodes.NoPageForServers,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"No page can be shown while the site is down: the build has {Known()}. Add one for the status 503, ")
                + "<DownPage Include=\"Views/Errors/503.cshtml\" />."));
        }

        return new FrontEndReading(errors.Count == 0 ? site : null, errors, warnings);
    }

    private string Known()
    {
        var names = built.Manifest.Pages.Select(page => page.Name).Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? "none" : string.Join(", ", names);
    }

    private string? AssetAddress()
    {
        var folder = PagesAddress.Of(built.PagesFolder);
        return built.Manifest.Assets.Count == 0 ? null
            : folder.Length == 0 ? built.PathBase + "/assets/"
            : built.PathBase + "/" + folder + "/assets/";
    }
}
