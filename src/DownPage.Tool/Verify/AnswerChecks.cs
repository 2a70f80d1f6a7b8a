using System.Globalization;
using DownPage.Tool.Pages;

namespace DownPage.Tool.Verify;

/// <summary>What every answer must say, whoever asks.</summary>
internal static class AnswerChecks
{
    private const long LongestDelay = 30L * 24 * 60 * 60;

    public static IEnumerable<Check> Of(Visit visit, DateTimeOffset now)
    {
        yield return Status(visit);
        yield return Stock(visit);
        yield return Page(visit);
        yield return ContentType(visit);
        yield return CacheControl(visit.First);
        yield return RetryAfter(visit.First, now);
        yield return Robots(visit.First);
    }

    private static Check Status(Visit visit)
    {
        var got = visit.First.StatusCode.ToString(CultureInfo.InvariantCulture);
        var location = visit.First["Location"] is { } target ? $"{got} to {target}" : got;
        return Check.That(
            CheckNames.Status,
            visit.First.StatusCode == visit.Order.StatusCode,
            visit.Order.StatusCode.ToString(CultureInfo.InvariantCulture),
            location);
    }

    private static Check Stock(Visit visit)
        => !IsKnown(visit) && StockPage.Of(visit.First) is { } server
            ? Check.Differs(CheckNames.StockPage, "the page of this site", $"the page of {server}")
            : Check.Ok(CheckNames.StockPage);

    private static bool IsKnown(Visit visit) => PageMatch.Of(visit.First, visit.Pages.Html).Page is not null;

    private static Check Page(Visit visit)
    {
        if (visit.Html.Count == 0)
        {
            return Check.Skipped(
                CheckNames.Page, $"'{visit.Pages.Folder}' has no page to hold it against; --app names the published site");
        }

        var answer = visit.First;
        var match = PageMatch.Of(answer, visit.Pages.Html);
        var standard = visit.Html[0];
        if (match.Page is { } page && page.Name == standard.Name)
        {
            return match.IsExact
                ? Check.Ok(CheckNames.Page, $"{page.Entry.File}, {Shown(page)}")
                : Check.Ok(CheckNames.Page, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{page.Entry.File}, {Shown(page)}, with a message: {answer.Content?.Length:N0} bytes"));
        }

        return Check.Differs(
            CheckNames.Page,
            $"{standard.Entry.File}, {Shown(standard)}",
            match.Page is { } other ? $"{other.Entry.File}, {Shown(other)}" : Shown(answer));
    }

    private static string Shown(BuiltPage page) => Shown(page.Stamp, page.Content);

    private static string Shown(SiteAnswer answer)
        => answer.Content is { } content
            ? Shown(answer.Head.Stamp, content)
            : $"bytes that are not in their coding, {answer["Content-Encoding"]}";

    private static string Shown(string? stamp, byte[] content)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"{(stamp is null ? "sha256 " + PageBytes.Hash(content)[..12] : "build " + stamp)}, {content.Length:N0} bytes");

    private static Check ContentType(Visit visit)
    {
        var charset = visit.Html.Count > 0 ? visit.Html[0].Entry.Charset ?? "utf-8" : "utf-8";
        var got = visit.First["Content-Type"];
        var words = got?.ToLowerInvariant().Split(';', StringSplitOptions.TrimEntries) ?? [];
        return Check.That(
            CheckNames.ContentType,
            words is ["text/html", ..] && words.Any(
                word => word.Replace("\"", "", StringComparison.Ordinal) == $"charset={charset.ToLowerInvariant()}"),
            $"text/html; charset={charset}",
            got);
    }

    private static Check CacheControl(SiteAnswer answer)
        => Check.That(
            CheckNames.CacheControl, answer.Lists("Cache-Control", "no-store"), "no-store", answer["Cache-Control"]);

    private static Check RetryAfter(SiteAnswer answer, DateTimeOffset now)
    {
        var got = answer["Retry-After"];
        var isSane = long.TryParse(got, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds is > 0 and <= LongestDelay
            : DateTimeOffset.TryParseExact(
                got, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
                && moment > now && moment - now <= TimeSpan.FromSeconds(LongestDelay);
        return Check.That(
            CheckNames.RetryAfter, isSane, "1 to 2592000 seconds (30 days), or a date to come", got);
    }

    private static Check Robots(SiteAnswer answer)
    {
        var tag = answer["X-Robots-Tag"];
        return tag is not null && RobotsText.IsNoIndex(tag)
            ? Check.Ok(CheckNames.Robots, $"X-Robots-Tag: {tag}")
            : Check.That(
                CheckNames.Robots,
                answer.Head.IsNoIndex,
                "X-Robots-Tag: noindex, or <meta name=\"robots\" content=\"noindex\">",
                answer.Head.IsNoIndex ? "<meta name=\"robots\">" : tag);
    }
}
