using DownPage.Tool.Pages;

namespace DownPage.Tool.Verify;

/// <summary>Which page of the build an answer is.</summary>
/// <param name="Page">The page. Null: none of them.</param>
/// <param name="IsExact">Whether it is that byte for byte; else it says of itself that it is of the same build.</param>
internal sealed record PageMatch(BuiltPage? Page, bool IsExact)
{
    public static PageMatch Of(SiteAnswer answer, IEnumerable<BuiltPage> pages)
    {
        var content = answer.Content ?? [];
        List<BuiltPage> all = [.. pages];
        if (all.Find(page => page.Content.AsSpan().SequenceEqual(content)) is { } same)
        {
            return new PageMatch(same, IsExact: true);
        }

        var stamp = answer.Head.Stamp;
        List<BuiltPage> stamped = [.. all.Where(page => stamp is not null && page.Stamp == stamp)];
        var status = stamped.Where(page => page.Entry.StatusCode == answer.StatusCode).ToList();
        List<BuiltPage> likely = status.Count > 0 ? status : stamped;
        return new PageMatch(
            likely.Find(page => IsIn(page, answer["Content-Language"] ?? answer.Head.Language)) ?? likely.FirstOrDefault(),
            IsExact: false);
    }

    private static bool IsIn(BuiltPage page, string? language)
        => string.Equals(page.Culture, language, StringComparison.OrdinalIgnoreCase)
            || (language is not null
                && string.Equals(PageHead.Of(page.Content).Language, language, StringComparison.OrdinalIgnoreCase));
}
