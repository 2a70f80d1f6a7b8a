namespace DownPage.Browser.Tests.Pictures;

/// <summary>The comparison itself: it must see one pixel.</summary>
[TestClass]
public sealed class PictureComparisonTests
{
    [TestMethod]
    public async Task Compare_OnePixelOfAnotherShade_IsOneDifferenceAtItsPlace()
    {
        var first = await DrawAsync(100, 50, "#808080");
        var second = await DrawAsync(100, 50, "#818080");

        var difference = await PictureComparison.CompareAsync(first, second);

        Assert.IsNotNull(difference);
        Assert.AreEqual(
            "1 differing pixels between (7,9) and (8,10); both pictures are 100 x 50", difference.ToString());
        var marked = await PictureComparison.CompareAsync(difference.Png, first);
        Assert.IsNotNull(marked);
    }

    [TestMethod]
    public async Task Compare_APictureThatIsHigher_CountsWhatOnlyItHas()
    {
        var first = await DrawAsync(100, 50, "#808080");
        var second = await DrawAsync(100, 53, "#808080");

        var difference = await PictureComparison.CompareAsync(first, second);

        Assert.IsNotNull(difference);
        Assert.AreEqual(
            "300 differing pixels between (0,50) and (100,53); the pictures are 100 x 50 and 100 x 53",
            difference.ToString());
    }

    [TestMethod]
    public async Task Compare_TheSamePixelsInOtherBytes_AreNoDifference()
    {
        var first = await DrawAsync(100, 50, "#808080");
        // A second end: decoders stop at the first.
        byte[] second = [.. first, 0];

        Assert.IsNull(await PictureComparison.CompareAsync(first, second));
    }

    private static Task<byte[]> DrawAsync(int width, int height, string color) =>
        Drawing.DrawAsync(
            width, height,
            "<style>p { position: absolute; left: 7px; top: 9px; width: 1px; height: 1px; margin: 0 }</style>"
            + $"<p style='background: {color}'></p>");
}
