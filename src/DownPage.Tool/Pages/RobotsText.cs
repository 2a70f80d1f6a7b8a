namespace DownPage.Tool.Pages;

/// <summary>The words of <c>X-Robots-Tag</c> and of <c>&lt;meta name="robots"&gt;</c>.</summary>
internal static class RobotsText
{
    /// <summary>
    /// Whether it says that the page is not to be kept, for all robots or for one (<c>bot: noindex</c>).
    /// </summary>
    public static bool IsNoIndex(string text)
        => text.Split([',', ':', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Any(word => word.ToLowerInvariant() is "noindex" or "none");
}
