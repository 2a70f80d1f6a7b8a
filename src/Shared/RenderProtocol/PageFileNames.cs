namespace DownPage.RenderProtocol;

/// <summary>What the files of a page are called: the task claims them, the renderer writes them.</summary>
internal static class PageFileNames
{
    /// <summary>
    /// <c>errors/502.de.html</c> as text is <c>errors/502.de.txt</c>; the page itself keeps its name.
    /// </summary>
    public static string Of(string page, PageFormat format) => format switch
    {
        PageFormat.Json => Path.ChangeExtension(page, ".json"),
        PageFormat.Text => Path.ChangeExtension(page, ".txt"),
        _ => page,
    };
}
