using System.Xml.Linq;
using DownPage.RenderProtocol;
using Microsoft.Build.Framework;

namespace DownPage.Build;

/// <summary>What is published besides the pages, so that no page takes another file's place.</summary>
internal static class PublishedPaths
{
    /// <summary>
    /// The SDK checks some of this and not all: nothing in a single-file publish, and never a static web asset, whose
    /// compressed forms would then belong to another file.
    /// </summary>
    /// <param name="publishedFiles">The SDK's list, without static web assets.</param>
    /// <param name="endpointsManifest">The assets' manifest; null: there are none.</param>
    /// <param name="outputPath">Where the pages go: only there is it worth knowing what else does.</param>
    public static HashSet<string> Find(
        IEnumerable<ITaskItem> publishedFiles, string? endpointsManifest, string outputPath)
    {
        var paths = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in publishedFiles)
        {
            paths.Add(TargetPaths.Normalize(file.GetMetadata("RelativePath")));
        }

        if (endpointsManifest is not null && MayHoldAssets(outputPath))
        {
            foreach (XElement endpoint in JsonFile.Read(endpointsManifest).Items("Endpoints"))
            {
                paths.Add(TargetPaths.Normalize("wwwroot/" + endpoint.TextOrEmpty("AssetFile")));
            }
        }

        return paths;
    }

    // Below the publish folder itself a target can name wwwroot as well.
    private static bool MayHoldAssets(string outputPath)
        => outputPath.Length == 0 || outputPath.StartsWith("wwwroot/", StringComparison.OrdinalIgnoreCase);
}
