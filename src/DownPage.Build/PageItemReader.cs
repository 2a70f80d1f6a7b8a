using System.Globalization;
using DownPage.RenderProtocol;
using Microsoft.Build.Framework;

namespace DownPage.Build;

/// <summary>
/// Reads <c>@(DownPage)</c> into the pages of a request, and finds all that is wrong with them at once.
/// </summary>
internal sealed class PageItemReader(PageDefaults defaults)
{
    private readonly OutputClaims claims = new(defaults);

    public List<RenderPage> Pages { get; } = [];

    public List<RenderDiagnostic> Errors { get; } = [];

    public void Read(IEnumerable<ITaskItem> items)
    {
        foreach (var item in items)
        {
            Read(new PageItem(item, defaults.ProjectDirectory));
        }

        Pages.ForEach(claims.ClaimForms);
        Errors.AddRange(claims.Errors);
    }

    private void Read(PageItem item)
    {
        foreach (var name in item.ReservedNames)
        {
            Errors.Add(ItemErrors.ReservedMetadata(item, name));
        }

        var view = item.Route is null ? ReadView(item) : null;
        if (item.Route is not null)
        {
            CheckRoute(item);
        }

        if (ReadTarget(item) is not { } target)
        {
            return;
        }

        var statusCode = ReadStatusCode(item, target);
        var options = new PageOptionsReader(
            item.Value, (name, value, valid) => ItemErrors.InvalidMetadata(item, name, value, valid), defaults.Options);
        var cultures = Split(item.Cultures ?? defaults.Cultures);
        var names = cultures.Length == 0 ? new string?[] { null } : cultures;
        for (var index = 0; index < names.Length; index++)
        {
            var page = new RenderPage
            {
                Item = item.Spec,
                SourceFile = item.IsRazorFile ? item.FullPath : defaults.ProjectFile,
                View = view,
                Route = item.Route,
                Layout = item.Layout ?? defaults.Layout,
                StatusCode = statusCode,
                Culture = names[index],
                Name = target,
                OutputPaths = Outputs(target, names[index], isFirst: index == 0),
                ViewData = item.ViewData,
                Options = options.Read(),
            };
            AddRetryAfter(page);
            claims.Claim(item, page.OutputPaths);
            Pages.Add(page);
        }

        Errors.AddRange(options.Errors);
    }

    // An answer's header cannot be read by the page that it comes with, and visitors want to know.
    private static void AddRetryAfter(RenderPage page)
    {
        if (page.Options.RetryAfterSeconds is { } seconds)
        {
            page.ViewData.Add(new("RetryAfter", seconds.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private string? ReadView(PageItem item)
    {
        if (item.View is { } view)
        {
            if (!view.StartsWith("/", StringComparison.Ordinal) && !view.StartsWith("~/", StringComparison.Ordinal)
                || !view.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase))
            {
                Errors.Add(ItemErrors.InvalidView(item));
            }

            return view.TrimStart('~');
        }

        if (!item.IsRazorFile)
        {
            Errors.Add(ItemErrors.NeitherViewNorRoute(item));
            return null;
        }

        if (!File.Exists(item.FullPath))
        {
            Errors.Add(ItemErrors.FileMissing(item));
            return null;
        }

        var path = item.Link ?? PathInProject(item);
        if (path is null)
        {
            Errors.Add(ItemErrors.OutsideProject(item));
        }

        return "/" + path;
    }

    private string? PathInProject(PageItem item)
    {
        var full = TargetPaths.Normalize(item.FullPath.ToForwardSlashes());
        var project = TargetPaths.Normalize(defaults.ProjectDirectory.ToForwardSlashes()).TrimEnd('/') + "/";
        return full.StartsWith(project, StringComparison.Ordinal) ? full.Substring(project.Length) : null;
    }

    private void CheckRoute(PageItem item)
    {
        if (item.View is not null)
        {
            Errors.Add(ItemErrors.ViewAndRoute(item));
        }

        if (!item.Route!.StartsWith("/", StringComparison.Ordinal)
            || item.Route.StartsWith("//", StringComparison.Ordinal)
            || item.Route.Any(character => character == '#' || char.IsWhiteSpace(character)))
        {
            Errors.Add(ItemErrors.InvalidRoute(item));
        }
        else if (defaults.Host != HostKind.App)
        {
            Errors.Add(ItemErrors.RouteNeedsApp(item));
        }
    }

    private string? ReadTarget(PageItem item)
    {
        var target = item.TargetPath ?? Path.GetFileNameWithoutExtension(item.Spec) + DefaultExtension(item);
        if (TargetPaths.WhyInvalid(target) is { } why)
        {
            Errors.Add(ItemErrors.InvalidTargetPath(item, target, why));
            return null;
        }

        return target;
    }

    // 502.cshtml becomes 502.html; an item that is only a name, 404.json say, keeps its own ending.
    private static string DefaultExtension(PageItem item)
    {
        var extension = Path.GetExtension(item.Spec);
        return extension.Length == 0 || item.IsRazorFile ? ".html" : extension;
    }

    private int? ReadStatusCode(PageItem item, string target)
    {
        if (item.StatusCode is { } given)
        {
            if (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
                || code is < 200 or > 599)
            {
                Errors.Add(ItemErrors.InvalidStatusCode(item, given));
            }

            return code;
        }

        // The status of a route that does not say is that of its answer.
        var digits = StatusDigits.Find(Path.GetFileName(target)) ?? StatusDigits.Find(Path.GetFileName(item.Spec));
        if (digits is null && item.Route is null)
        {
            Errors.Add(ItemErrors.StatusCodeUnknown(item, target));
        }

        return digits;
    }

    private static List<string> Outputs(string target, string? culture, bool isFirst)
    {
        var outputs = new List<string>();
        if (culture is not null)
        {
            outputs.Add(TargetPaths.ForCulture(target, culture));
        }

        if (isFirst)
        {
            outputs.Add(target);
        }

        return outputs;
    }

    private static string[] Split(string? cultures) => cultures is null
        ? []
        : [.. cultures.Split(';', ',').Select(culture => culture.Trim()).Where(culture => culture.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)];
}
