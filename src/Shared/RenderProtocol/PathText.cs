namespace DownPage.RenderProtocol;

/// <summary>Paths of the documents are written with forward slashes on every system.</summary>
internal static class PathText
{
    public static string ToForwardSlashes(this string path) => path.Replace('\\', '/');
}
