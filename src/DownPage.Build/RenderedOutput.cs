using System.Globalization;
using DownPage.RenderProtocol;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace DownPage.Build;

/// <summary>What a run has rendered, as the build goes on with it and as it is told.</summary>
/// <param name="response">The renderer's answer: the pages, what lies beside them, their manifest, and configuration.</param>
/// <param name="pagesDirectory">The folder that they were rendered to.</param>
/// <param name="outputPath">The publish folder of the pages, relative, with a slash at its end.</param>
internal sealed class RenderedOutput(RenderResponse response, string pagesDirectory, string outputPath)
{
    public ITaskItem[] Items => [.. response.Pages.Select(Item)];

    /// <summary>
    /// <c>3 down pages in _downpage/, 27 KB, 0.3 s</c>, and where servers are named, <c>, conf/ for nginx</c>.
    /// </summary>
    public string Summarize(TimeSpan elapsed)
    {
        var pages = response.Pages.FindAll(page => page.IsPage);
        return string.Format(
            CultureInfo.InvariantCulture,
            "{0} down page{1} in {2}, {3:0.#} KB, {4:0.0} s{5}",
            pages.Count,
            pages.Count == 1 ? "" : "s",
            outputPath.Length > 0 ? outputPath : "./",
            pages.Sum(page => page.Bytes) / 1024.0,
            elapsed.TotalSeconds,
            Configuration());
    }

    private string Configuration()
    {
        var servers = response.Pages.Select(file => file.OutputPath.Split('/'))
            .Where(path => path.Length > 2 && path[0] == "conf")
            .Select(path => path[1]).Distinct(StringComparer.Ordinal).ToList();
        return servers.Count == 0 ? "" : ", conf/ for " + string.Join(", ", servers);
    }

    private ITaskItem Item(RenderedPage page)
    {
        var item = new TaskItem(Path.Combine(pagesDirectory, page.OutputPath));
        item.SetMetadata("RelativePath", TargetPaths.Normalize(outputPath + page.OutputPath));
        item.SetMetadata("IsPage", page.IsPage ? "true" : "false");
        return item;
    }
}
