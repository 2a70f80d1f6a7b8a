namespace DownPage.RenderProtocol;

/// <summary>One file that was rendered.</summary>
internal sealed class RenderedPage
{
    /// <summary>The file, relative to the pages folder, with <c>/</c>.</summary>
    public string OutputPath { get; set; } = "";

    /// <summary>
    /// True: a page; false: what lies beside pages, such as a compressed form, an asset, the manifest.
    /// </summary>
    public bool IsPage { get; set; }

    /// <summary>The file's size.</summary>
    public long Bytes { get; set; }
}
