using System.Globalization;
using DownPage.Tool.Apps;
using DownPage.Tool.Output;
using DownPage.Tool.Pages;

namespace DownPage.Tool.Preview;

/// <summary>Makes the gallery of a project or of a published app, and says where it is.</summary>
internal sealed class PreviewRun(ToolContext context)
{
    public async Task<int> RunAsync(string folder, bool isOpened, CancellationToken cancellationToken)
    {
        var app = AppFolder.Open(folder, context);
        var projects = Directory.GetFiles(app.Path, "*.csproj");
        var gallery = projects.Length switch
        {
            0 => OfPublished(app),
            1 => await new ProjectGallery(projects[0], context).BuildAsync(cancellationToken),
            _ => throw new ToolException(
                DiagnosticCodes.NothingToPreview,
                $"'{app.Path}' has several projects: {string.Join(", ", projects.Select(Path.GetFileName))}. Type "
                    + "`dotnet build NAME.csproj -t:PreviewDownPages` for one of them."),
        };
        context.Out.WriteLine(gallery);
        if (isOpened)
        {
            Browser.Open(gallery, context);
        }

        return ExitCode.Success;
    }

    private string OfPublished(AppFolder app)
    {
        var pages = PageFolder.Read(app.PagesFolder);
        if (!pages.Html.Any())
        {
            throw new ToolException(
                DiagnosticCodes.NothingToPreview,
                $"'{pages.Folder}' has no pages to look at. Publish the site with DownPage.Build, or name the folder of the "
                    + "project or of the published app with --app.");
        }

        List(pages);
        try
        {
            return BuiltGallery.Write(pages);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(
                DiagnosticCodes.PreviewFailed,
                $"The gallery cannot be written: {failed.Message.TrimEnd('.')}. The variable TMPDIR (on Windows TEMP) names "
                    + $"another folder for it; the pages themselves are in '{pages.Folder}'.");
        }
    }

    /// <summary>To the terminal alone: the gallery has all of it.</summary>
    private void List(BuiltPages pages)
    {
        var table = new Table("Page", "Status", "Culture", "Bytes", "br", "gzip");
        foreach (var page in pages.Pages)
        {
            table.Add(
                page.Entry.File,
                page.Entry.StatusCode.ToString(CultureInfo.InvariantCulture),
                page.Culture ?? "",
                Number(page.Content.Length),
                Coded(page, "br"),
                Coded(page, "gzip"));
        }

        table.Write(context.Error, new Palette(coloured: false));
    }

    private static string Coded(BuiltPage page, string coding)
        => page.Entry.Encodings.FirstOrDefault(encoding => encoding.Encoding == coding) is { Bytes: >= 0 } found
            ? Number(found.Bytes)
            : "";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
