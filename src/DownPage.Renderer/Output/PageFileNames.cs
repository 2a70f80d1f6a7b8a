using DownPage.RenderProtocol;

namespace DownPage.Renderer.Output;

/// <summary>What the files of a page are called.</summary>
internal static class PageFileNames
{
    /// <summary><c>errors/502.de.html</c> as text is <c>errors/502.de.txt</c>; the page itself keeps its name.</summary>
    public static string Of(string page, PageFormat format) => format switch
    {
        PageFormat.Json => WithExtension(page, ".json"),
        PageFormat.Text => WithExtension(page, ".txt"),
        _ => page,
    };

    private static string WithExtension(string page, string extension)
        => string.Concat(page.AsSpan(0, page.Length - Path.GetExtension(page).Length), extension);
}
