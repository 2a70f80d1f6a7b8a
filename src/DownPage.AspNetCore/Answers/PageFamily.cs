namespace DownPage.AspNetCore.Answers;

/// <summary>
/// One page in all its forms and languages; of each form the one for those who prefer no language first.
/// </summary>
internal sealed class PageFamily(IReadOnlyList<LibraryPage> pages)
{
    /// <summary>The page of an app that has none.</summary>
    public static PageFamily BuiltIn { get; } = OfHtml(
        "built-in", AnswerBody.Made("text/html; charset=utf-8", null, BuiltInPage.Html.ToArray()), isOpen: true);

    public string Name => pages[0].Name;

    public int StatusCode => pages[0].StatusCode;

    public long? RetryAfter => pages[0].RetryAfter;

    /// <summary>A page that is HTML alone.</summary>
    public static PageFamily OfHtml(string name, AnswerBody body, bool isOpen)
        => new(
        [
            new LibraryPage
            {
                Name = name,
                StatusCode = 503,
                Format = AnswerFormat.Html,
                IsDefault = true,
                IsOpen = isOpen,
                Body = body,
            },
        ]);

    public IReadOnlyList<LibraryPage> In(AnswerFormat format)
        => [.. pages.Where(page => page.Format == format).OrderByDescending(page => page.IsDefault)];
}
