using Microsoft.Playwright;

namespace DownPage.Browser.Tests.Pictures;

/// <summary>How a page is looked at.</summary>
/// <param name="Width">The width of the viewport in CSS pixels.</param>
/// <param name="ColorScheme">What <c>prefers-color-scheme</c> is.</param>
/// <param name="ReducedMotion">What <c>prefers-reduced-motion</c> is.</param>
/// <param name="Media">On screen or on paper.</param>
/// <param name="Device">With a mouse and a pixel for a pixel, or on a telephone.</param>
internal sealed record Look(
    int Width,
    ColorScheme ColorScheme = ColorScheme.Light,
    ReducedMotion ReducedMotion = ReducedMotion.NoPreference,
    Media Media = Media.Screen,
    Device Device = Device.Desktop)
{
    public const int Height = 800;

    /// <summary>Every look that a page must have the same pixels in.</summary>
    public static IReadOnlyList<Look> All { get; } =
    [
        new(360), new(360, ColorScheme.Dark),
        new(768), new(768, ColorScheme.Dark),
        new(1440), new(1440, ColorScheme.Dark),
        new(768, ReducedMotion: ReducedMotion.Reduce),
        new(768, Media: Media.Print),
        new(360, Device: Device.Phone), new(360, ColorScheme.Dark, Device: Device.Phone),
    ];

    /// <summary>Such as <c>768-dark</c>: part of a file's name.</summary>
    public override string ToString() =>
        string.Join('-', new[]
        {
            $"{Width}",
            ColorScheme == ColorScheme.Dark ? "dark" : "light",
            ReducedMotion == ReducedMotion.Reduce ? "reduced-motion" : "",
            Media == Media.Print ? "print" : "",
            Device == Device.Phone ? "phone" : "",
        }.Where(part => part.Length > 0));
}
