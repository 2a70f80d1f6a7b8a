using System.Globalization;
using DownPage.PageManifest;

namespace DownPage.Tool.Verify;

/// <summary>Whether the page comes compressed, and is the same page then.</summary>
internal static class CodingChecks
{
    public static async Task<IReadOnlyList<Check>> RunAsync(Visit visit, CancellationToken cancellationToken) =>
    [
        await RunAsync(visit, CheckNames.Brotli, "br", cancellationToken),
        await RunAsync(visit, CheckNames.Gzip, "gzip", cancellationToken),
    ];

    private static async Task<Check> RunAsync(
        Visit visit, string name, string coding, CancellationToken cancellationToken)
    {
        var match = PageMatch.Of(visit.First, visit.Html);
        var built = (match.Page ?? visit.Standard)?.Entry.Encodings.FirstOrDefault(
            encoding => encoding.Encoding == coding);
        var answer = await visit.AskAsync(cancellationToken, ("Accept-Encoding", coding));
        var got = answer["Content-Encoding"];
        if (got is not null)
        {
            visit.VariesBy.Add("Accept-Encoding");
        }

        if (!string.Equals(got, coding, StringComparison.OrdinalIgnoreCase))
        {
            return built is null && got is null
                ? Check.Skipped(name, "the build has none, and the server makes none")
                : Check.Differs(name, $"Content-Encoding: {coding}", got ?? "none: the page is not compressed");
        }

        return answer.Content is { } content && content.AsSpan().SequenceEqual(visit.First.Content ?? [])
            ? Check.Ok(name, Shown(answer, built, match))
            : Check.Differs(
                name,
                "the same page, compressed",
                answer.Content is null ? "bytes that cannot be decompressed" : $"another page: {answer}");
    }

    private static string Shown(SiteAnswer answer, ManifestEncoding? built, PageMatch match)
        => built is null || built.Bytes < 0 || built.Bytes == answer.Body.Length
            ? string.Create(CultureInfo.InvariantCulture, $"{answer.Body.Length:N0} bytes")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{answer.Body.Length:N0} bytes; the build's file has {built.Bytes:N0}: "
                    + $"{(match.IsExact ? "the server compresses the page itself" : "the page has a message put in")}");
}
