using DownPage.RenderProtocol;
using DownPage.Text;
using Microsoft.Build.Framework;

namespace DownPage.Build;

/// <summary>A <c>DownPage</c> item: the metadata that have a meaning, and the rest, which is the view's.</summary>
internal sealed class PageItem
{
    // MSBuild's and the SDK's own names, which an item may carry without its author having meant the view.
    private static readonly string[] Foreign =
    [
        "Link", "LinkBase", "Visible", "Pack", "PackagePath", "DependentUpon", "Generator", "SubType",
        "CopyToOutputDirectory", "CopyToPublishDirectory", "ExcludeFromSingleFile", "DefiningProjectFullPath",
        "OriginalItemSpec", "MSBuildSourceProjectFile", "MSBuildSourceTargetName",
    ];

    private static readonly string[] NotSources = ["bin/", "obj/", "node_modules/"];

    /// <summary>The metadata that DownPage reads; docs/properties.md says what each means.</summary>
    public static readonly string[] WellKnown =
    [
        "View", "Route", "TargetPath", "StatusCode", "Layout", "Cultures",
        "SelfContained", "InlineLimit", "Scripts", "TrimCss", "KeepCss", "Minify", "Compress", "Formats", "Refresh",
        "RetryAfter", "MaxBytes", "Servers",
    ];

    /// <summary>Names that the view is given by DownPage, or that promise what a down page cannot have.</summary>
    public static readonly string[] Reserved = ["Culture", "ReasonPhrase", "Model"];

    private readonly ITaskItem item;
    private readonly string projectDirectory;

    public PageItem(ITaskItem item, string projectDirectory)
    {
        this.item = item;
        this.projectDirectory = projectDirectory;
        Spec = item.ItemSpec.ToForwardSlashes();
        FullPath = Path.IsPathRooted(item.ItemSpec) ? item.ItemSpec : Path.Combine(projectDirectory, item.ItemSpec);
    }

    /// <summary>The item as it is written, with forward slashes.</summary>
    public string Spec { get; }

    public string FullPath { get; }

    public bool IsRazorFile => FullPath.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase);

    public string? View => Metadata("View");

    public string? Route => Metadata("Route");

    public string? TargetPath => Metadata("TargetPath")?.ToForwardSlashes();

    public string? StatusCode => Metadata("StatusCode");

    public string? Layout => Metadata("Layout");

    public string? Cultures => Metadata("Cultures");

    public string? Link => Metadata("Link")?.ToForwardSlashes().TrimStart('/');

    /// <summary>A metadata as it is written; empty: there is none.</summary>
    public string Value(string name) => item.GetMetadata(name).Trim();

    public string[] ReservedNames => [.. CustomNames().Where(name => Contains(Reserved, name))];

    /// <summary>What the view is given, by name.</summary>
    public List<KeyValuePair<string, string>> ViewData =>
    [
        .. CustomNames()
            .Where(name => !Contains(WellKnown, name) && !Contains(Foreign, name) && !Contains(Reserved, name))
            .OrderBy(name => name, StringComparer.Ordinal)
            .Select(name => new KeyValuePair<string, string>(name, item.GetMetadata(name))),
    ];

    /// <summary>The view of the project that may have been meant; null: none comes near.</summary>
    public string? NearestFile()
    {
        try
        {
            return FindNearestFile();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string? FindNearestFile()
    {
        // As a path within the site is often written, where an item wants a file.
        var wanted = Path.ChangeExtension(Spec.TrimStart('~').TrimStart('/'), ".cshtml");
        var views = Directory.EnumerateFiles(projectDirectory, "*.cshtml", SearchOption.AllDirectories)
            .Select(view => view.Substring(projectDirectory.Length).ToForwardSlashes().TrimStart('/'))
            .Where(view => !NotSources.Any(folder => view.StartsWith(folder, StringComparison.OrdinalIgnoreCase)));
        return NearestName.Find(wanted, views);
    }

    private string? Metadata(string name) => Value(name) is { Length: > 0 } value ? value : null;

    private IEnumerable<string> CustomNames() => item.CloneCustomMetadata().Keys.Cast<string>();

    private static bool Contains(string[] names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
