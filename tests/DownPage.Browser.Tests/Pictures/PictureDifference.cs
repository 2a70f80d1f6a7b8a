using System.Globalization;
using System.Text.Json.Serialization;

namespace DownPage.Browser.Tests.Pictures;

/// <summary>Where two pictures differ.</summary>
/// <param name="Pixels">How many pixels differ; those that only one of the pictures has do.</param>
/// <param name="Left">The left edge of the smallest box around them.</param>
/// <param name="Top">Its upper edge.</param>
/// <param name="Right">Its right edge, outside.</param>
/// <param name="Bottom">Its lower edge, outside.</param>
/// <param name="FirstSize">Width and height of the first picture.</param>
/// <param name="SecondSize">Width and height of the second picture.</param>
/// <param name="Png">The first picture, pale, and in red what differs.</param>
internal sealed record PictureDifference(
    [property: JsonPropertyName("pixels")] int Pixels,
    [property: JsonPropertyName("left")] int Left,
    [property: JsonPropertyName("top")] int Top,
    [property: JsonPropertyName("right")] int Right,
    [property: JsonPropertyName("bottom")] int Bottom,
    [property: JsonPropertyName("firstSize")] string FirstSize,
    [property: JsonPropertyName("secondSize")] string SecondSize,
    [property: JsonPropertyName("png")] byte[] Png)
{
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Pixels} differing pixels between ({Left},{Top}) and ({Right},{Bottom}); ")
        + (FirstSize == SecondSize ? $"both pictures are {FirstSize}" : $"the pictures are {FirstSize} and {SecondSize}");
}
