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
    public static HashSet<string> Find(IEnumerable<ITaskItem> publishedFiles, string? endpointsManifest)
    {
        var paths = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in publishedFiles)
        {
            paths.Add(TargetPaths.Normalize(file.GetMetadata("RelativePath")));
        }

        if (endpointsManifest is not null)
        {
            foreach (XElement endpoint in JsonFile.Read(endpointsManifest).Items("Endpoints"))
            {
                paths.Add(TargetPaths.Normalize("wwwroot/" + endpoint.TextOrEmpty("AssetFile")));
            }
        }

        return paths;
    }
}
