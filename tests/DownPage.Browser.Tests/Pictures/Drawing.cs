using Microsoft.Playwright;

namespace DownPage.Browser.Tests.Pictures;

/// <summary>Pictures that tests need, drawn by the browser.</summary>
internal static class Drawing
{
    /// <summary>A PNG of markup on a page of its own.</summary>
    public static async Task<byte[]> DrawAsync(int width, int height, string markup)
    {
        var browser = await Chromium.GetAsync();
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        var page = await context.NewPageAsync();
        await page.SetContentAsync(markup);
        return await page.ScreenshotAsync();
    }
}
