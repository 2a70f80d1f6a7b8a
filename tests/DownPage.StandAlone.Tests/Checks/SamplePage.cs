using AngleSharp.Dom;
using DownPage.RenderProtocol;
using DownPage.StandAlone.Checks;
using DownPage.StandAlone.Tests.Markup;

namespace DownPage.StandAlone.Tests.Checks;

/// <summary>A page in which nothing is wrong, but for what a test puts into it.</summary>
internal static class SamplePage
{
    public const string BaseUrl = "https://shop.example";

    public const string Head = "<meta charset=utf-8><title>x</title><meta name=viewport content='width=device-width'>";

    public static RenderPage Page => new()
    {
        Item = "Views/Errors/502.cshtml",
        SourceFile = "/src/Shop/Views/Errors/502.cshtml",
        OutputPaths = ["502.html"],
    };

    public static CheckedPage WithBody(string body) => Of($"<!doctype html><html lang=en><head>{Head}</head><body>{body}");

    public static CheckedPage WithHead(string head) => Of($"<!doctype html><html lang=en><head>{Head}{head}</head><body>x");

    public static CheckedPage Of(string markup, bool selfContained = true) => new()
    {
        Document = Html.Parse(markup),
        Page = Page,
        Request = new RenderRequest(),
        Places = new Places(),
        BaseUrl = BaseUrl,
        SelfContained = selfContained,
    };

    public static CheckedPage OfSize(PageOptions options, int bytes, int? textCharacters = null)
    {
        var page = Page;
        page.Options = options;
        return new()
        {
            Document = Html.Parse($"<!doctype html><html lang=en><head>{Head}</head><body>x"),
            Page = page,
            Request = new RenderRequest(),
            Places = new Places(),
            BaseUrl = BaseUrl,
            Bytes = bytes,
            TextCharacters = textCharacters,
        };
    }

    /// <summary>The codes of the diagnostics, in their order.</summary>
    public static string Codes(CheckedPage page)
        => string.Join(' ', PageChecks.Run(page).Select(diagnostic => diagnostic.Code));

    /// <summary>The length of the text that is looked for, as the column: which one it was can be seen.</summary>
    public sealed class Places : IElementPlaces
    {
        public (string? File, int Line, int Column) Find(IElement element, string text) => ("Layout.cshtml", 7, text.Length);
    }
}
