namespace DownPage.StandAlone.Preview;

/// <summary>
/// A window that the gallery shows a page in, made smaller so that all of them are seen side by side.
/// </summary>
/// <param name="Width">Its width in CSS pixels: what the page is told.</param>
/// <param name="Height">Its height.</param>
/// <param name="ScalePercent">How large it is shown.</param>
internal sealed record Frame(int Width, int Height, int ScalePercent)
{
    /// <summary>A telephone, a tablet, a desk: as high as each other when they are shown.</summary>
    public static IReadOnlyList<Frame> All { get; } = [new(360, 720, 60), new(768, 1000, 43), new(1440, 900, 48)];
}
