using System.Diagnostics;
using DownPage.RenderProtocol;

namespace DownPage.Renderer.Rendering;

/// <summary>A place in the site's sources, as its symbols tell.</summary>
/// <param name="File">An absolute path of a file that exists.</param>
/// <param name="Line">From 1; 0: unknown.</param>
/// <param name="Column">From 1; 0: unknown.</param>
internal sealed record SourcePlace(string File, int Line, int Column)
{
    /// <summary>The innermost frame whose source file is the site's and is wanted; null: there is none.</summary>
    public static SourcePlace? Find(StackTrace trace, string contentRoot, Func<string, bool> wanted)
    {
        foreach (var frame in trace.GetFrames())
        {
            if (frame.GetMethod()?.Module.Assembly != typeof(SourcePlace).Assembly
                && frame.GetFileName() is { } file
                && wanted(file)
                && Resolve(file, contentRoot) is { } existing)
            {
                return new SourcePlace(existing, frame.GetFileLineNumber(), frame.GetFileColumnNumber());
            }
        }

        return null;
    }

    // A deterministic build writes /_/Shop/Views/Home/Index.cshtml into its symbols: the longest tail that exists below
    // the content root, or beside it for a referenced project, is the file.
    private static string? Resolve(string file, string contentRoot)
    {
        if (System.IO.File.Exists(file))
        {
            return file;
        }

        var segments = file.ToForwardSlashes().Split('/', StringSplitOptions.RemoveEmptyEntries);
        var parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(contentRoot)) ?? contentRoot;
        for (var skipped = 0; skipped < segments.Length; skipped++)
        {
            var tail = Path.Combine(segments[skipped..]);
            foreach (var root in (string[])[contentRoot, parent])
            {
                var candidate = Path.Combine(root, tail);
                if (System.IO.File.Exists(candidate))
                {
                    return candidate;
                }
            }
        }

        return null;
    }
}
