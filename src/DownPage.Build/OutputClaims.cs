using DownPage.RenderProtocol;

namespace DownPage.Build;

/// <summary>Which item makes which file: no two the same one, and none that is published already.</summary>
internal sealed class OutputClaims(PageDefaults defaults)
{
    private static readonly string[] Compressed = [".br", ".gz"];

    private readonly Dictionary<string, string> itemOfTarget = new(StringComparer.OrdinalIgnoreCase);

    public List<RenderDiagnostic> Errors { get; } = [];

    /// <summary>Claims the files that items name.</summary>
    public void Claim(PageItem item, IEnumerable<string> outputs)
    {
        foreach (var output in outputs)
        {
            if (itemOfTarget.TryGetValue(output, out var other))
            {
                Errors.Add(ItemErrors.DuplicateTarget(item.Spec, output, other));
            }
            else if (PublishedPath(output) is { } taken)
            {
                Errors.Add(ItemErrors.TargetTaken(item.Spec, taken));
            }

            itemOfTarget[output] = item.Spec;
        }
    }

    /// <summary>
    /// Claims what is published beside a page, once all items have named their files: a file that an item names is that
    /// item's, and the other page then goes without that form.
    /// </summary>
    public void ClaimForms(RenderPage page)
    {
        var options = page.Options;
        if (!TargetPaths.IsHtml(page.Name))
        {
            options.Formats.RemoveAll(format => format != PageFormat.Html);
        }

        options.Formats.RemoveAll(format => Forms(page, format).Any(itemOfTarget.ContainsKey));
        foreach (var form in options.Formats.SelectMany(format => Forms(page, format)))
        {
            CheckPublished(page, form, "Formats=\"html\"");
            itemOfTarget[form] = page.Item;
        }

        if (options.Compress)
        {
            ClaimCompressed(page);
        }
    }

    private void ClaimCompressed(RenderPage page)
    {
        foreach (var file in page.OutputPaths.SelectMany(output => Compressed, (output, ending) => output + ending))
        {
            if (itemOfTarget.TryGetValue(file, out var other))
            {
                Errors.Add(ItemErrors.DuplicateTarget(page.Item, file, other));
            }

            CheckPublished(page, file, "Compress=\"false\"");
        }
    }

    private void CheckPublished(RenderPage page, string file, string without)
    {
        if (PublishedPath(file) is { } taken)
        {
            Errors.Add(ItemErrors.FormTaken(page.Item, taken, without));
        }
    }

    private string? PublishedPath(string output)
    {
        var path = TargetPaths.Normalize(defaults.OutputPath + output);
        return defaults.PublishedPaths.Contains(path) ? path : null;
    }

    // The forms besides the page itself, of each of its files.
    private static IEnumerable<string> Forms(RenderPage page, PageFormat format) => format == PageFormat.Html
        ? []
        : page.OutputPaths.Select(output => PageFileNames.Of(output, format));
}
