using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DownPage.AspNetCore.Endpoints.Page;
using DownPage.DownFile;
using DownPage.Status;

namespace DownPage.AspNetCore.Tests.Endpoints.Page;

/// <summary>Pages of what a test says, at noon of a day.</summary>
internal static class SamplePage
{
    public static DateTimeOffset Noon { get; } = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public static StatusDocument Up { get; } = new() { Down = false, Source = "none", Revision = "none" };

    public static StatusDocument Down { get; } = new()
    {
        Down = true,
        Source = "downFile",
        Revision = "0123456789abcdef",
        Mode = "full",
        Since = Noon.AddMinutes(-10),
        StatusCode = 503,
    };

    public static PageModel Model(StatusDocument status) => new()
    {
        App = "Shop",
        Path = "/maintenance-mode",
        Clock = new PageClock(Noon),
        User = "anna",
        Status = status,
        Held = status is { Down: true, Source: "downFile" or "sharedStore" }
            ? new DownFileDocument { Until = status.Until }
            : null,
    };

    public static IDocument Parse(PageModel model) => Parse(PageShell.Of(model).ToString());

    public static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>The forms by what they do, those for windows with the window's name.</summary>
    public static string[] FormsOf(IDocument page) =>
    [
        .. page.QuerySelectorAll("form").Select(form =>
            form.QuerySelector("[name=action]")?.GetAttribute("value")
            + (form.QuerySelector("[type=hidden][name=name]") is { } name ? " " + name.GetAttribute("value") : "")),
    ];

    /// <summary>A text without the line breaks of the source.</summary>
    public static string TextOf(IElement? element)
        => string.Join(' ', (element?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
