using DownPage.RenderProtocol;

namespace DownPage.Build;

/// <summary>Relative paths of the pages, and which of them are refused.</summary>
internal static class TargetPaths
{
    // Windows refuses these; a page published from Linux must be deployable there.
    private static readonly char[] InvalidCharacters = ['<', '>', ':', '"', '|', '?', '*'];

    /// <summary>What is wrong with the path, to complete "The target 'x' …"; null: nothing.</summary>
    public static string? WhyInvalid(string path)
    {
        if (path.StartsWith("/", StringComparison.Ordinal) || (path.Length > 1 && path[1] == ':'))
        {
            return "is an absolute path";
        }

        var segments = path.Split('/');
        return segments switch
        {
            _ when segments.Contains("..") => "leaves the output folder",
            _ when segments.Any(segment => segment is "" or ".") => "names no file",
            _ when path.Any(character => character < ' ' || InvalidCharacters.Contains(character)) =>
                "holds a character that not every system allows in file names",
            _ when string.Equals(path, "downpages.json", StringComparison.OrdinalIgnoreCase) =>
                "is the name of the page manifest",
            _ => null,
        };
    }

    /// <summary><c>errors/502.html</c> in <c>de</c> is <c>errors/502.de.html</c>.</summary>
    public static string ForCulture(string path, string culture)
    {
        var extension = Path.GetExtension(path);
        return path.Substring(0, path.Length - extension.Length) + "." + culture + extension;
    }

    /// <summary>
    /// Whether a page of that name can have siblings of other forms: <c>404.json</c> is a form already.
    /// </summary>
    public static bool IsHtml(string path)
        => path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);

    /// <summary>Resolves <c>.</c> and <c>..</c> without asking the current directory.</summary>
    public static string Normalize(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.ToForwardSlashes().Split('/'))
        {
            if (segment == ".." && segments.Count > 0 && segments[segments.Count - 1] is not ("" or ".."))
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment != "." && (segment.Length > 0 || segments.Count == 0))
            {
                segments.Add(segment);
            }
        }

        return string.Join("/", segments);
    }
}
