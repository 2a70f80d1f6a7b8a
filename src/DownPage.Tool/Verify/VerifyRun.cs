using System.CommandLine;
using DownPage.PageManifest;
using DownPage.Tool.Apps;
using DownPage.Tool.Output;
using DownPage.Tool.Pages;

namespace DownPage.Tool.Verify;

/// <summary>Finds what the site should show, asks it, and says what came of it.</summary>
internal sealed class VerifyRun(ToolContext context, VerifyOptions options, ParseResult typed)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var order = options.Order(typed);
        var app = Open();
        var pages = PageFolder.Read(app?.PagesFolder ?? Path.Combine(context.Directory, "_downpage"));
        Warn(pages);
        EnsureKnown(order, pages);
        var verification = new Verification(
            order with { PagesPath = PathOf(app) },
            pages,
            app?.Settings["MaintenanceMode:Pages:Name"],
            context.Clock);
        var report = await verification.RunAsync(cancellationToken);
        if (options.IsJson(typed))
        {
            VerifyJson.Write(context.Out, report);
        }
        else
        {
            VerifyText.Write(context.Out, Palette.Of(context), report);
        }

        return report.Differs ? ExitCode.Differs : ExitCode.Success;
    }

    /// <summary>The app whose pages are expected: one that was named must be there, another may.</summary>
    private AppFolder? Open()
    {
        try
        {
            return AppFolder.Open(options.App(typed) ?? ".", context);
        }
        catch (ToolException none) when (options.App(typed) is null && none.Code == DiagnosticCodes.NoAppInFolder)
        {
            return null;
        }
    }

    private void Warn(BuiltPages pages)
    {
        var palette = Palette.Of(context);
        foreach (var problem in pages.Problems)
        {
            context.Error.WriteLine($"{palette.Notable("warning:")} {problem}");
        }

        if (pages.Pages.Count == 0)
        {
            context.Error.WriteLine(
                $"{palette.Notable("warning:")} there is no '{pages.ManifestPath}': the answers are looked at, but not held "
                + "against the build's pages. --app names the folder of the published app.");
        }
    }

    private static void EnsureKnown(VerifyOrder order, BuiltPages pages)
    {
        List<string> known = [.. pages.Html.Select(page => page.Culture).OfType<string>().Distinct()];
        if (order.Cultures.FirstOrDefault(
            culture => known.Count > 0 && !known.Contains(culture, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new ToolException(
                DiagnosticCodes.CultureUnknown,
                $"The pages are not there in '{unknown}'; they are there in: {string.Join(", ", known)}.");
        }
    }

    /// <summary>Where the pages would be reached, were they reachable.</summary>
    private static string PathOf(AppFolder? app)
        => PagesAddress.Of(app is null
            ? "_downpage"
            : Path.GetRelativePath(app.Path, app.PagesFolder).Replace('\\', '/').Trim('/'));
}
