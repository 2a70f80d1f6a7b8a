namespace DownPage.Tool.Verify;

/// <summary>Whether each visitor is answered in their language, as far as the build has it.</summary>
internal static class LanguageChecks
{
    // Klingon: nobody has a page in it.
    private const string Unknown = "tlh";

    public static async Task<IReadOnlyList<Check>> RunAsync(Visit visit, CancellationToken cancellationToken)
    {
        List<string> known = [.. visit.Html.Select(page => page.Culture).OfType<string>()];
        List<string> cultures = visit.Order.Cultures.Count > 0 ? [.. visit.Order.Cultures] : known;
        if (cultures.Count == 0 || (visit.Order.Cultures.Count == 0 && visit.Html.Count < 2))
        {
            return
            [
                Check.Skipped(
                    CheckNames.Language,
                    visit.Html.Count == 0 ? "no manifest says which there are; --culture names some" : "the build has one"),
            ];
        }

        var checks = new List<Check>();
        foreach (var culture in cultures)
        {
            checks.Add(await AskAsync(visit, culture, Other(known, culture), cancellationToken) with { Of = culture });
        }

        if (visit.Html.Count > 1)
        {
            checks.Add(await AskForUnknownAsync(visit, cancellationToken) with { Of = "another" });
        }

        return checks;
    }

    private static string Other(List<string> known, string culture)
        => known.Find(other => !string.Equals(other, culture, StringComparison.OrdinalIgnoreCase)) ?? Unknown;

    private static async Task<Check> AskAsync(
        Visit visit, string culture, string other, CancellationToken cancellationToken)
    {
        // The second names the one that is wanted last: weights decide, not the order (RFC 9110 12.4.2).
        foreach (var accept in new[] { culture, $"{other};q=0.3, {culture};q=0.9" })
        {
            var answer = await visit.AskAsync(cancellationToken, ("Accept-Language", accept));
            Note(visit, answer);
            if (LanguageOf(visit, answer) is var got && !Is(got, culture, visit.Html.Count > 0))
            {
                return Check.Differs(CheckNames.Language, $"{culture} for Accept-Language: {accept}", got);
            }

            if (answer["Content-Language"] is { } said && !Is(said, culture, visit.Html.Count > 0))
            {
                return Check.Differs(CheckNames.Language, $"Content-Language: {culture}", said);
            }
        }

        return Check.Ok(CheckNames.Language);
    }

    private static async Task<Check> AskForUnknownAsync(Visit visit, CancellationToken cancellationToken)
    {
        var answer = await visit.AskAsync(cancellationToken, ("Accept-Language", Unknown));
        Note(visit, answer);
        var expected = visit.Html[0].Culture;
        var got = LanguageOf(visit, answer);
        return Check.That(
            CheckNames.Language,
            Is(got, expected, exactly: true),
            $"{expected ?? "the app's default"} for Accept-Language: {Unknown}",
            got);
    }

    private static void Note(Visit visit, SiteAnswer answer)
    {
        if (answer.Content is { } content && !content.AsSpan().SequenceEqual(visit.First.Content ?? []))
        {
            visit.VariesBy.Add("Accept-Language");
        }
    }

    /// <summary>That of the build's page, else what the page says of itself.</summary>
    private static string? LanguageOf(Visit visit, SiteAnswer answer)
        => PageMatch.Of(answer, visit.Html).Page is { } page
            ? page.Culture
            : answer.Head.Language ?? answer["Content-Language"];

    private static bool Is(string? got, string? culture, bool exactly)
        => string.Equals(got, culture, StringComparison.OrdinalIgnoreCase)
            || (!exactly && got is not null && culture is not null
                && (got.StartsWith(culture + "-", StringComparison.OrdinalIgnoreCase)
                    || culture.StartsWith(got + "-", StringComparison.OrdinalIgnoreCase)));
}
