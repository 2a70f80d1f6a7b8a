namespace DownPage.Browser.Tests.Pictures;

/// <summary>What a page is shown on.</summary>
internal enum Device
{
    /// <summary>A mouse; a CSS pixel is a pixel.</summary>
    Desktop,

    /// <summary>Touch, two pixels for a CSS pixel, and the viewport is the one that the page asks for.</summary>
    Phone,
}
